package io.floorwalker.simulator;

import java.time.Duration;

/**
 * How much goes wrong between the shop and the topic. Rates are shares of the events from 0 to 1.
 * Flaws never change what is true about a cart: only views come late, broken and far-future records
 * come on top. Throws IllegalArgumentException for a rate or duration outside its range.
 *
 * @param disordered share of the events that are sent up to {@code disorderBound} after they
 *     occurred
 * @param disorderBound the longest delay of a disordered or repeated event; keep it at or below the
 *     readers' {@code time.disorder}
 * @param repeated share of the events that are sent twice
 * @param late share of the views that are sent {@code lateBy} after they occurred
 * @param lateBy delay of a late view; make it longer than the readers' {@code time.disorder}
 * @param broken records that cannot be decoded, per event
 * @param farFuture events from the year 2099, per event
 */
public record Flaws(
    double disordered,
    Duration disorderBound,
    double repeated,
    double late,
    Duration lateBy,
    double broken,
    double farFuture) {

  public Flaws {
    checkRate("disordered", disordered);
    checkRate("repeated", repeated);
    checkRate("late", late);
    checkRate("broken", broken);
    checkRate("farFuture", farFuture);
    checkDelay("disorderBound", disorderBound);
    checkDelay("lateBy", lateBy);
  }

  /** Every event is sent once, when it occurs. */
  public static Flaws none() {
    return new Flaws(0, Duration.ZERO, 0, 0, Duration.ZERO, 0, 0);
  }

  /** What a shop with a few bad clients sends: disorder of up to 3 s, views late by 90 s. */
  public static Flaws usual() {
    return new Flaws(0.05, Duration.ofSeconds(3), 0.02, 0.01, Duration.ofSeconds(90), 0.005, 0.002);
  }

  private static void checkRate(String name, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(name + " is " + rate + "; give a share from 0 to 1");
    }
  }

  private static void checkDelay(String name, Duration delay) {
    if (delay.isNegative()) {
      throw new IllegalArgumentException(name + " is " + delay + "; give zero or more");
    }
  }
}
