package io.floorwalker.decisions.uplift;

/**
 * One unit of an experiment, by its first exposure, when its window has ended: what it was drawn
 * for counts, not what reached it.
 *
 * @param netMargin what it brought after discount and cost; NaN where nobody knows
 */
public record Unit(Arm arm, boolean converted, double netMargin) {

  /** What a unit is drawn for. */
  public enum Arm {
    TREATED,
    HELD_OUT
  }
}
