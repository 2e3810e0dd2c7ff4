package io.floorwalker.decisions.uplift;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The treated and the held out of one rule: units go in as their windows end, and one may look at
 * any time and as often as one likes.
 */
public final class Experiment {
  /** In each arm, before anything is said. */
  static final int UNITS = 50;

  static final int CONVERSIONS = 5;

  private final SampleRatio ratio;
  private final Side treated = new Side();
  private final Side heldOut = new Side();

  /** Until the trim is known. */
  private final List<Unit> first = new ArrayList<>();

  private @Nullable Trim trim;
  private boolean marginsAreKnown = true;

  /**
   * An experiment without units.
   *
   * @param heldOutShare the share that is to be held out, between 0 and 1, both excluded
   */
  public Experiment(double heldOutShare) {
    if (!(heldOutShare > 0 && heldOutShare < 1)) {
      throw new IllegalArgumentException(
          "A share of %s held out leaves one arm empty; there is nothing to compare."
              .formatted(heldOutShare));
    }
    ratio = new SampleRatio(heldOutShare);
  }

  /** Adds a unit; each may be added once. */
  public void add(Unit unit) {
    ratio.add(unit.arm());
    marginsAreKnown &= !Double.isNaN(unit.netMargin());
    side(unit).conversion.add(unit.converted() ? 1 : 0);
    side(unit).converted += unit.converted() ? 1 : 0;
    if (trim == null) {
      first.add(unit);
      if (treated.isEnough() && heldOut.isEnough()) {
        trim(Trim.of(first.stream().filter(Unit::converted).map(Unit::netMargin).toList()));
      }
    } else {
      side(unit).margin.add(trim.of(unit));
    }
  }

  public Estimate look() {
    Estimate.Arms arms =
        new Estimate.Arms(
            treated.conversion.count(),
            treated.converted,
            heldOut.conversion.count(),
            heldOut.converted);
    if (ratio.isBroken()) {
      return new Estimate(Estimate.State.SAMPLE_RATIO, arms, null, null, trim);
    }
    if (trim == null) {
      return new Estimate(Estimate.State.NOT_ENOUGH_DATA, arms, null, null, null);
    }
    return new Estimate(
        Estimate.State.ESTIMATED,
        arms,
        Interval.of(treated.conversion.sample(), heldOut.conversion.sample()),
        marginsAreKnown ? Interval.of(treated.margins(), heldOut.margins()) : null,
        trim);
  }

  private void trim(Trim fixed) {
    trim = fixed;
    first.forEach(unit -> side(unit).margin.add(fixed.of(unit)));
    first.clear();
  }

  private Side side(Unit unit) {
    return switch (unit.arm()) {
      case TREATED -> treated;
      case HELD_OUT -> heldOut;
    };
  }

  private static final class Side {
    private final Moments conversion = new Moments();
    private final Moments margin = new Moments();
    private long converted;

    Sample margins() {
      return margin.sample().ofOrders(converted);
    }

    boolean isEnough() {
      return conversion.count() >= UNITS && converted >= CONVERSIONS;
    }
  }
}
