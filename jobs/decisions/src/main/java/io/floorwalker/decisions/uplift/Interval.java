package io.floorwalker.decisions.uplift;

/** A difference of means, treated less held out, and between what it lies. */
public record Interval(double low, double estimate, double high) {
  /** How often, over all looks together, the truth may lie outside. */
  static final double ALPHA = 0.05;

  /** The number of units at which the interval is tightest for what it promises. */
  static final double TIGHTEST_AT = 1000;

  private static final double RHO_SQUARED =
      (-2 * StrictMath.log(ALPHA) + StrictMath.log(-2 * StrictMath.log(ALPHA) + 1)) / TIGHTEST_AT;

  /**
   * The asymptotic confidence sequence at this look (Waudby-Smith, Arbour, Sinha, Kennedy, Ramdas:
   * Time-uniform central limit theory, theorem 2.2): all looks together miss with probability
   * {@link #ALPHA}, however often one looks and whatever makes one stop.
   */
  static Interval of(Sample treated, Sample heldOut) {
    double difference = treated.mean() - heldOut.mean();
    double variance = treated.variance() + heldOut.variance();
    double spread = (treated.count() + heldOut.count()) * RHO_SQUARED;
    double boundary =
        2 * (spread + 1) / spread * StrictMath.log(StrictMath.sqrt(spread + 1) / ALPHA);
    double radius = StrictMath.sqrt(variance * boundary);
    return new Interval(difference - radius, difference, difference + radius);
  }

  public boolean holds(double truth) {
    return low <= truth && truth <= high;
  }

  public boolean isBelowZero() {
    return high < 0;
  }
}
