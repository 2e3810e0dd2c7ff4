package io.floorwalker.detect.incident;

import java.util.Comparator;

/**
 * The sessions of a site at one step that have something in common.
 *
 * @param value of the dimension; the step itself for {@link Dimension#STEP}
 */
public record RollUp(String site, String step, Dimension dimension, String value) {

  /** The order in which incidents may open. */
  static final Comparator<RollUp> BROADEST_FIRST =
      Comparator.comparing(RollUp::dimension).thenComparing(RollUp::key);

  static RollUp of(String site, String step) {
    return new RollUp(site, step, Dimension.STEP, step);
  }

  /** site|dimension|step, and the value where it is not the step. */
  String key() {
    String ofStep = site + "|" + dimension.word() + "|" + step;
    return dimension == Dimension.STEP ? ofStep : ofStep + "|" + value;
  }

  /** All sessions at the step. */
  RollUp wholeStep() {
    return of(site, step);
  }
}
