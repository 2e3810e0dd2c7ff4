package io.floorwalker.local;

import java.math.BigDecimal;

/** Numbers as strangers write them. */
final class Decimals {
  private static final int LIMIT = 100;

  private Decimals() {}

  /**
   * The number; one with more digits than any of ours is none, because 1e999999999 takes gigabytes
   * as soon as somebody rounds it.
   *
   * @throws NumberFormatException for everything else
   */
  static BigDecimal parse(String text) {
    if (text.length() > LIMIT) {
      throw new NumberFormatException("too long");
    }
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > LIMIT) {
      throw new NumberFormatException("too large or too small");
    }
    return number;
  }
}
