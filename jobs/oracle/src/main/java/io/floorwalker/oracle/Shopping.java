package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;

/** How the rule reads event types: what is activity, what rank and what stage it has. */
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

  /** True for activity of the checkout and payment stages of the ladder. */
  static boolean isBeyondCart(String type) {
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
