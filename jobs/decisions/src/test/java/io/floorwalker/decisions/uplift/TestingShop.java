package io.floorwalker.decisions.uplift;

import java.util.Random;

/**
 * A shop whose effect is known: customers who order with a probability, for a log-normal margin.
 *
 * @param heldOutShare of the units
 * @param ordering the share of the held out that orders
 * @param effect what treatment adds to it
 * @param cost of treating a unit
 */
record TestingShop(double heldOutShare, double ordering, double effect, double cost) {
  private static final double MU = 3;
  private static final double SIGMA = 1;

  Unit unit(Random random) {
    boolean treated = random.nextDouble() >= heldOutShare;
    boolean orders = random.nextDouble() < ordering + (treated ? effect : 0);
    double margin = orders ? Math.exp(MU + SIGMA * random.nextGaussian()) : 0;
    return new Unit(
        treated ? Unit.Arm.TREATED : Unit.Arm.HELD_OUT, orders, margin - (treated ? cost : 0));
  }

  /** The true difference of net margins, of margins trimmed like this. */
  double netMargin(Trim trim) {
    return (ordering + effect) * trimmed(trim, cost)
        - ordering * trimmed(trim, 0)
        - (1 - ordering - effect) * cost;
  }

  /** The mean of a log-normal margin less a cost, no less than low, no more than high. */
  private static double trimmed(Trim trim, double cost) {
    double low = trim.low() + cost;
    double high = trim.high() + cost;
    return below(high) - below(low) + low * below0(low) + high * (1 - below0(high)) - cost;
  }

  /** The part of the mean that lies below. */
  private static double below(double bound) {
    return bound <= 0
        ? 0
        : Math.exp(MU + SIGMA * SIGMA / 2) * normal((Math.log(bound) - MU - SIGMA * SIGMA) / SIGMA);
  }

  private static double below0(double bound) {
    return bound <= 0 ? 0 : normal((Math.log(bound) - MU) / SIGMA);
  }

  /** The normal distribution function, by Simpson's rule. */
  private static double normal(double x) {
    int steps = 400;
    double width = x / steps;
    double sum = density(0) + density(x);
    for (int i = 1; i < steps; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * density(i * width);
    }
    return Math.max(0, Math.min(1, 0.5 + sum * width / 3));
  }

  private static double density(double x) {
    return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }
}
