package io.floorwalker.detect.reopen;

import java.util.Locale;

/** What may bring a customer back to an item. */
public enum Turn {
  PRICE_DROP,
  BACK_IN_STOCK,
  LOW_STOCK;

  /** The word in records and tables. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
