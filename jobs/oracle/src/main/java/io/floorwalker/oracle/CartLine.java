package io.floorwalker.oracle;

import io.floorwalker.schema.ProductLine;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of a cart: a product in a variant, its pieces and the price of one piece. */
record CartLine(
    String productId,
    @Nullable String variant,
    long quantity,
    @Nullable BigDecimal price,
    @Nullable String currency) {

  /** The line that a product of an event makes; one piece where the source does not say. */
  static CartLine of(ProductLine product) {
    return new CartLine(
        product.getProductId(),
        product.getVariant(),
        product.getQuantity() == null ? 1 : product.getQuantity(),
        product.getPrice(),
        product.getCurrency());
  }

  boolean sameArticleAs(CartLine other) {
    return productId.equals(other.productId) && Objects.equals(variant, other.variant);
  }

  /** This line and more of the same article, at the newer price where that one is known. */
  CartLine plus(CartLine more) {
    boolean repriced = more.price != null;
    return new CartLine(
        productId,
        variant,
        quantity + more.quantity,
        repriced ? more.price : price,
        repriced ? more.currency : currency);
  }

  CartLine less(long pieces) {
    return new CartLine(productId, variant, quantity - pieces, price, currency);
  }

  @Override
  public String toString() {
    return productId + " x" + quantity;
  }
}
