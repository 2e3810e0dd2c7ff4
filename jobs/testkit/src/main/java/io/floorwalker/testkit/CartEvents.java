package io.floorwalker.testkit;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Cart;
import io.floorwalker.schema.ProductLine;
import java.util.List;

/** What happens to a cart; prices are of one piece in EUR, such as {@code 79.00}. */
public final class CartEvents {
  CartEvents() {}

  /** A product comes into the cart, without a quantity: one piece. */
  public ShopEvent added(String product, String price) {
    return ShopEvents.event(EventTypes.PRODUCT_ADDED)
        .with(event -> event.setProduct(ShopEvents.product(product, price).build()));
  }

  /** A product of unknown price comes into the cart. */
  public ShopEvent added(String product) {
    return ofProduct(EventTypes.PRODUCT_ADDED, product);
  }

  /** A product leaves the cart, whole; {@link ShopEvent#quantity} takes only so many pieces. */
  public ShopEvent removed(String product) {
    return ofProduct(EventTypes.PRODUCT_REMOVED, product);
  }

  /** The cart now holds exactly these lines; none of them empties it. */
  public ShopEvent updated(ProductLine... lines) {
    return withCart(EventTypes.CART_UPDATED, lines);
  }

  /** A sign-in brings these lines from another key. */
  public ShopEvent carriedOver(ProductLine... lines) {
    return withCart(EventTypes.CART_CARRIED_OVER, lines);
  }

  /** The cart is emptied. */
  public ShopEvent emptied() {
    return ShopEvents.event(EventTypes.CART_EMPTIED);
  }

  private static ShopEvent ofProduct(String type, String product) {
    return ShopEvents.event(type)
        .with(event -> event.setProduct(ProductLine.newBuilder().setProductId(product).build()));
  }

  private static ShopEvent withCart(String type, ProductLine... lines) {
    List<ProductLine> whole = List.of(lines);
    return ShopEvents.event(type)
        .with(event -> event.setCart(Cart.newBuilder().setLines(whole).build()));
  }
}
