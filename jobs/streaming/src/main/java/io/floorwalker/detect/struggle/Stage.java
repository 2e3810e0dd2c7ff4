package io.floorwalker.detect.struggle;

import io.floorwalker.detect.IntentActivity;
import java.util.Locale;

/** How far a session has come; it only rises. */
public enum Stage {
  BROWSE,
  CART,
  CHECKOUT,
  PAYMENT;

  /** The stage after an event of this type. */
  Stage after(String type) {
    Stage shown = shownBy(type);
    return compareTo(shown) >= 0 ? this : shown;
  }

  /** Whether the session is in the checkout or beyond. */
  boolean isCheckout() {
    return compareTo(CHECKOUT) >= 0;
  }

  /** The word in records and tables. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Stage shownBy(String type) {
    if (type.startsWith("payment_")) {
      return PAYMENT;
    }
    if (type.startsWith("checkout_")) {
      return CHECKOUT;
    }
    return IntentActivity.is(type) ? CART : BROWSE;
  }
}
