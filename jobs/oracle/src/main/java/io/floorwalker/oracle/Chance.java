package io.floorwalker.oracle;

import java.math.BigDecimal;
import java.math.MathContext;

/** What chance alone does, computed with fifty digits. */
final class Chance {
  private static final MathContext DIGITS = new MathContext(50);

  private Chance() {}

  /** The probability of at least s of n, each with probability p. */
  static double ofAtLeast(long s, long n, double p) {
    BigDecimal yes = new BigDecimal(p);
    BigDecimal no = BigDecimal.ONE.subtract(yes);
    BigDecimal fewer = BigDecimal.ZERO;
    BigDecimal ways = BigDecimal.ONE;
    for (long k = 0; k < s; k++) {
      fewer =
          fewer.add(
              ways.multiply(yes.pow((int) k, DIGITS), DIGITS)
                  .multiply(no.pow((int) (n - k), DIGITS), DIGITS),
              DIGITS);
      ways = ways.multiply(BigDecimal.valueOf(n - k)).divide(BigDecimal.valueOf(k + 1), DIGITS);
    }
    return BigDecimal.ONE.subtract(fewer).doubleValue();
  }
}
