package io.floorwalker.detect.incident;

/** How likely it is that chance alone makes so many. */
final class BinomialTail {
  /** What a further term would have to add for the sum to be another double. */
  private static final double NEGLIGIBLE = 1e-18;

  private BinomialTail() {}

  /**
   * The probability that of n independent sessions, each of which struggles with probability p, at
   * least s do. Summed term by term in log space, so that every JVM finds the same double.
   */
  static double atLeast(long s, long n, double p) {
    if (s <= 0) {
      return 1;
    }
    if (s > n || p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return 1;
    }
    double odds = StrictMath.log(p) - StrictMath.log1p(-p);
    double term = logOfExactly(s, n, p);
    double sum = 0;
    for (long k = s; k <= n; k++) {
      double probability = StrictMath.exp(term);
      sum += probability;
      if (k > n * p && probability < sum * NEGLIGIBLE) {
        break;
      }
      term += StrictMath.log((double) (n - k) / (k + 1)) + odds;
    }
    return Math.min(1, sum);
  }

  private static double logOfExactly(long s, long n, double p) {
    double ways = 0;
    for (long i = 1; i <= s; i++) {
      ways += StrictMath.log((double) (n - s + i) / i);
    }
    return ways + s * StrictMath.log(p) + (n - s) * StrictMath.log1p(-p);
  }
}
