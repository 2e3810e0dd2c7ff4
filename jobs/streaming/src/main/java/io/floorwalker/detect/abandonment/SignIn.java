package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Cart;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a visitor's cart when the visitor turns out to be somebody. Keyed state cannot
 * move, so the cart travels as an event:
 *
 * <pre>{@code
 *            0m      10m          20m    40m
 * visitor    ADDED   SIGNS IN      .      .     the intent is closed, nobody left it
 * user         .     CARRIED OVER  .    fires   evidence + 30 min, with the visitor's lines
 * }</pre>
 */
final class SignIn {

  private SignIn() {}

  /** Whether this is somebody's event of whom no name was known; else it is a user's. */
  static boolean isVisitors(CustomerEvent event) {
    String key = event.getCustomerKey();
    return key != null && key.equals(event.getAnonymousId()) && !key.equals(event.getUserId());
  }

  /** Whether a visitor is told here who it is. */
  static boolean is(CustomerEvent event) {
    return event.getType().equals(EventTypes.IDENTITY_LINKED)
        && event.getUserId() != null
        && isVisitors(event);
  }

  /**
   * The visitor's lines as an activity of the user at the time of the sign-in. Its id is that of
   * the link: the event that one finds when one looks for the evidence.
   */
  static CustomerEvent carriedOver(CustomerEvent link, CartLines lines) {
    List<ProductLine> products = new ArrayList<>();
    for (CartLine line : lines.lines()) {
      products.add(
          ProductLine.newBuilder()
              .setProductId(line.productId())
              .setVariant(line.variant())
              .setQuantity((int) Math.min(Integer.MAX_VALUE, line.quantity()))
              .setPrice(line.price())
              .setCurrency(line.currency())
              .build());
    }
    return CustomerEvent.newBuilder(link)
        .setType(EventTypes.CART_CARRIED_OVER)
        .setCustomerKey(link.getUserId())
        .setCart(Cart.newBuilder().setLines(products).build())
        .build();
  }
}
