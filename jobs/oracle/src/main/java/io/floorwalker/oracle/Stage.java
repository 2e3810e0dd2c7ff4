package io.floorwalker.oracle;

import java.util.Locale;

/** The rungs of the abandonment ladder, in the order in which they rise. */
enum Stage {
  CART,
  CHECKOUT,
  PAYMENT;

  /** The stage that an activity of this type reaches. */
  static Stage of(String type) {
    if (type.startsWith("payment_")) {
      return PAYMENT;
    }
    return type.startsWith("checkout_") ? CHECKOUT : CART;
  }

  Stage orHigher(Stage other) {
    return compareTo(other) >= 0 ? this : other;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of the detection of an intent that was abandoned here. */
  String kind() {
    return word() + "_abandoned";
  }
}
