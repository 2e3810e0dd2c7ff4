package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;

/** How the rules read event types: what is activity of an intent, and what rank it has. */
final class Shopping {

  private Shopping() {}

  /** True for what restarts the clock of an intent. Views do not. */
  static boolean isActivity(String type) {
    return type.equals(EventTypes.PRODUCT_ADDED)
        || type.equals(EventTypes.PRODUCT_REMOVED)
        || type.equals(EventTypes.CART_UPDATED)
        || type.equals(EventTypes.CART_CARRIED_OVER)
        || type.startsWith("coupon_")
        || isBeyondCart(type);
  }

  private static boolean isBeyondCart(String type) {
    return type.startsWith("checkout_") || type.startsWith("payment_");
  }

  /** At the same moment activity comes first and the order last. */
  static int rank(String type) {
    if (type.equals(EventTypes.ORDER_PLACED)) {
      return 2;
    }
    return isActivity(type) ? 0 : 1;
  }
}
