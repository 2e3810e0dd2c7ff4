package io.floorwalker.detect.abandonment;

import java.util.Locale;

/** Why an intent was left, where evidence shows it; the first that has evidence is told. */
public enum Cause {
  /** A payment was declined and none succeeded after it. */
  DECLINED,
  /** The customer left less than 20 s after the costs were shown. */
  EXTRA_COST,
  /** An account was required and nobody signed in after it. */
  ACCOUNT_REQUIRED,
  /** A product that still lies in the cart, or one that nobody named, was out of stock. */
  OUT_OF_STOCK,
  /** A coupon was denied and none applied after it. */
  COUPON_DENIED,
  /** One field failed three times in less than 2 min, and no step was completed after it. */
  VALIDATION_LOOP,
  /** A page was slow to show (LCP above 4 s) or to react (INP above 500 ms). */
  SLOW_PAGE;

  /** The word in records and tables. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
