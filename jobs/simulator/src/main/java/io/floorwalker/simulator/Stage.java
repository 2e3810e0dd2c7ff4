package io.floorwalker.simulator;

import java.time.Duration;

/** How far an intent has come; it only rises. */
enum Stage {
  CART("cart_abandoned"),
  CHECKOUT("checkout_abandoned"),
  PAYMENT("payment_abandoned");

  private final String abandoned;

  Stage(String abandoned) {
    this.abandoned = abandoned;
  }

  /** The stage to which an event of this type raises its intent. */
  static Stage of(String type) {
    if (type.startsWith("payment_")) {
      return PAYMENT;
    }
    return type.startsWith("checkout_") ? CHECKOUT : CART;
  }

  String abandoned() {
    return abandoned;
  }

  Duration after(Thresholds thresholds) {
    return switch (this) {
      case CART -> thresholds.cartAfter();
      case CHECKOUT -> thresholds.checkoutAfter();
      case PAYMENT -> thresholds.paymentAfter();
    };
  }
}
