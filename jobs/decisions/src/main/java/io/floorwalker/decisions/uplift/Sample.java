package io.floorwalker.decisions.uplift;

/**
 * What a mean is worth.
 *
 * @param variance of the mean, not of what it is the mean of
 */
record Sample(long count, double mean, double variance) {
  /** Found by trial on shops whose truth is known (ADR 27). */
  private static final double DOUBT = 15;

  /**
   * This mean as it is to be taken where it comes from so few orders. Margins are skewed: where the
   * large orders are still missing, the mean is too low and its variance too, so the interval would
   * be narrow just where it is wrong. The doubt fades with the orders.
   */
  Sample ofOrders(long orders) {
    return new Sample(count, mean, variance * (1 + DOUBT / orders));
  }
}
