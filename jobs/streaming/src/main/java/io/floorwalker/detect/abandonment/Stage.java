package io.floorwalker.detect.abandonment;

import java.util.List;
import java.util.Locale;

/** How far a customer has come on the ladder; within a spell or an intent it only rises. */
public enum Stage {
  /** Looks around; there is nothing yet that could be abandoned. */
  LOOK,
  BROWSE,
  SEARCH,
  CART,
  CHECKOUT,
  PAYMENT;

  /** The stages at which an intent can be abandoned, from the bottom. */
  static final List<Stage> LADDER = List.of(BROWSE, SEARCH, CART, CHECKOUT, PAYMENT);

  /** The stage that an activity of this type shows. */
  static Stage of(String activityType) {
    if (activityType.startsWith("payment_")) {
      return PAYMENT;
    }
    return activityType.startsWith("checkout_") ? CHECKOUT : CART;
  }

  Stage atLeast(Stage other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The kind of the detection of an intent that came so far. */
  String detectionKind() {
    return word() + "_abandoned";
  }

  /** The word in records and tables. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
