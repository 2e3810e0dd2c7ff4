package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What lies in a cart, in the order in which it came in. Pure: every change is a new value. */
public record CartLines(List<CartLine> lines) {
  private static final int MONEY_SCALE = 4;

  static final CartLines EMPTY = new CartLines(List.of());

  static CartLines of(List<ProductLine> products) {
    CartLines lines = EMPTY;
    for (ProductLine product : products) {
      lines = lines.plus(product);
    }
    return lines;
  }

  /** The lines after this event; events that say nothing of the cart change nothing. */
  CartLines after(CustomerEvent event) {
    return switch (event.getType()) {
      case EventTypes.PRODUCT_ADDED -> plus(event.getProduct());
      case EventTypes.PRODUCT_REMOVED -> minus(event.getProduct());
      case EventTypes.CART_UPDATED ->
          event.getCart() == null ? this : of(event.getCart().getLines());
      case EventTypes.CART_CARRIED_OVER ->
          event.getCart() == null ? this : joined(event.getCart().getLines());
      case EventTypes.CART_EMPTIED, EventTypes.ORDER_PLACED -> EMPTY;
      default -> this;
    };
  }

  /** The union with lines that come later: of a product that is in both, their quantity wins. */
  private CartLines joined(List<ProductLine> later) {
    CartLines joined = this;
    for (CartLine line : of(later).lines) {
      int position = joined.position(line);
      joined = joined.with(position < 0 ? joined.lines.size() : position, line);
    }
    return joined;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Whether the product lies in the cart, in whatever variant. */
  boolean has(String productId) {
    return lines.stream().anyMatch(line -> line.productId().equals(productId));
  }

  /** Sum of price times quantity; null where a price is unknown or nothing lies in the cart. */
  @Nullable BigDecimal value() {
    BigDecimal sum = BigDecimal.ZERO;
    for (CartLine line : lines) {
      if (line.price() == null) {
        return null;
      }
      sum = sum.add(line.price().multiply(BigDecimal.valueOf(line.quantity())));
    }
    return lines.isEmpty() ? null : sum.setScale(MONEY_SCALE, RoundingMode.HALF_UP);
  }

  /** The currency of the last line that has a price. */
  @Nullable String currency() {
    String currency = null;
    for (CartLine line : lines) {
      currency = line.price() == null ? currency : line.currency();
    }
    return currency;
  }

  /** A product without an id makes no line: nobody could say which it is. */
  private CartLines plus(@Nullable ProductLine product) {
    if (product == null || product.getProductId() == null) {
      return this;
    }
    CartLine more = CartLine.of(product);
    int position = position(more);
    return position < 0 ? with(lines.size(), more) : with(position, lines.get(position).plus(more));
  }

  private CartLines minus(@Nullable ProductLine product) {
    if (product == null || product.getProductId() == null) {
      return this;
    }
    int position = position(CartLine.of(product));
    if (position < 0) {
      return this;
    }
    CartLine line = lines.get(position);
    long pieces = product.getQuantity() == null ? line.quantity() : product.getQuantity();
    return with(position, line.minus(pieces));
  }

  /** These lines with one replaced or appended; a line without a piece is gone. */
  private CartLines with(int position, CartLine line) {
    List<CartLine> after = new ArrayList<>(lines.subList(0, position));
    if (line.quantity() > 0) {
      after.add(line);
    }
    if (position < lines.size()) {
      after.addAll(lines.subList(position + 1, lines.size()));
    }
    return new CartLines(after);
  }

  private int position(CartLine wanted) {
    for (int position = 0; position < lines.size(); position++) {
      if (lines.get(position).isSameProductAs(wanted)) {
        return position;
      }
    }
    return -1;
  }
}
