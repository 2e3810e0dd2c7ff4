package io.floorwalker.detect.abandonment;

import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of a cart.
 *
 * @param price of one piece; null where no event said it
 */
public record CartLine(
    String productId,
    @Nullable String variant,
    long quantity,
    @Nullable BigDecimal price,
    @Nullable String currency) {

  /** The line of a product that has an id; one piece where the source does not say. */
  static CartLine of(ProductLine product) {
    return new CartLine(
        product.getProductId(),
        product.getVariant(),
        product.getQuantity() == null ? 1 : product.getQuantity(),
        product.getPrice(),
        product.getCurrency());
  }

  boolean isSameProductAs(CartLine other) {
    return productId.equals(other.productId) && Objects.equals(variant, other.variant);
  }

  /** This line and more of the same, at the newest price that was seen. */
  CartLine plus(CartLine more) {
    boolean priced = more.price != null;
    return new CartLine(
        productId,
        variant,
        quantity + more.quantity,
        priced ? more.price : price,
        priced ? more.currency : currency);
  }

  CartLine minus(long pieces) {
    return new CartLine(productId, variant, quantity - pieces, price, currency);
  }

  @Override
  public String toString() {
    return productId + " x" + quantity;
  }
}
