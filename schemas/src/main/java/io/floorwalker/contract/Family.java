package io.floorwalker.contract;

import java.util.Locale;

/**
 * The nested records of {@code CustomerEvent}; an event carries at most the one that fits its type.
 */
public enum Family {
  /** The type needs no nested record. */
  NONE,
  PRODUCT,
  CART,
  CHECKOUT,
  PAYMENT,
  COUPON,
  ORDER,
  INTERACTION,
  FORM,
  PORTAL,
  SERVICE,
  STOCK;

  /** The name of the field in {@code CustomerEvent}, and in the table of the README. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }
}
