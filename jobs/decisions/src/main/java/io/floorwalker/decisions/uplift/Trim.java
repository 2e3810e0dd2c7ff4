package io.floorwalker.decisions.uplift;

import java.util.List;

/**
 * The margins that a single unit may count with: what lies beyond is counted as the bound, so that
 * one huge order does not decide. Fixed once, so that every look asks about the same thing.
 */
public record Trim(double low, double high) {
  private static final double SHARE = 0.05;

  /** Between the 5th and the 95th percentile of these, by nearest rank. */
  static Trim of(List<Double> margins) {
    List<Double> sorted = margins.stream().sorted().toList();
    int beyond = (int) (SHARE * sorted.size());
    return new Trim(sorted.get(beyond), sorted.get(sorted.size() - 1 - beyond));
  }

  /** Of a unit that did not convert nothing is taken: it cost what it cost. */
  double of(Unit unit) {
    return unit.converted() ? Math.max(low, Math.min(high, unit.netMargin())) : unit.netMargin();
  }
}
