package io.floorwalker.oracle;

import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The known lines of a cart after one event, in the order in which they came in. */
record CartContents(List<CartLine> lines) {

  static final CartContents EMPTY = new CartContents(List.of());

  /** A cart of exactly these products. */
  static CartContents of(List<ProductLine> products) {
    CartContents contents = EMPTY;
    for (ProductLine product : products) {
      contents = contents.plus(product);
    }
    return contents;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** A product without an id is no line: nobody could say which one it is. */
  CartContents plus(@Nullable ProductLine product) {
    if (product == null || product.getProductId() == null) {
      return this;
    }
    CartLine more = CartLine.of(product);
    List<CartLine> after = new ArrayList<>();
    boolean known = false;
    for (CartLine line : lines) {
      boolean same = line.sameArticleAs(more);
      known |= same;
      after.add(same ? line.plus(more) : line);
    }
    if (!known) {
      after.add(more);
    }
    return withoutUsedUp(after);
  }

  /**
   * Without so many pieces of the product, or without its line where the source gives no number.
   */
  CartContents minus(@Nullable ProductLine product) {
    if (product == null || product.getProductId() == null) {
      return this;
    }
    CartLine gone = CartLine.of(product);
    List<CartLine> after = new ArrayList<>();
    for (CartLine line : lines) {
      long pieces = product.getQuantity() == null ? line.quantity() : product.getQuantity();
      after.add(line.sameArticleAs(gone) ? line.less(pieces) : line);
    }
    return withoutUsedUp(after);
  }

  /** What is in either; of what is in both, the number of pieces of the later one. */
  CartContents and(CartContents later) {
    List<CartLine> all = new ArrayList<>();
    for (CartLine line : lines) {
      all.add(later.lines.stream().filter(line::sameArticleAs).findFirst().orElse(line));
    }
    for (CartLine line : later.lines) {
      if (lines.stream().noneMatch(line::sameArticleAs)) {
        all.add(line);
      }
    }
    return new CartContents(all);
  }

  private static CartContents withoutUsedUp(List<CartLine> lines) {
    return new CartContents(lines.stream().filter(line -> line.quantity() > 0).toList());
  }

  List<String> texts() {
    return lines.stream().map(CartLine::toString).toList();
  }

  @Nullable BigDecimal value() {
    if (lines.isEmpty()) {
      return null;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (CartLine line : lines) {
      if (line.price() == null) {
        return null;
      }
      sum = sum.add(line.price().multiply(BigDecimal.valueOf(line.quantity())));
    }
    return sum.setScale(4, RoundingMode.HALF_UP);
  }

  @Nullable String currency() {
    return lines.stream()
        .filter(line -> line.price() != null)
        .reduce((earlier, later) -> later)
        .map(CartLine::currency)
        .orElse(null);
  }
}
