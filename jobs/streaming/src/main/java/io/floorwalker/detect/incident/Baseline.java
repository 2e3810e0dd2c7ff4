package io.floorwalker.detect.incident;

import java.util.List;
import java.util.Map;

/**
 * What is usual at one hour: by roll-up, the same hour of the week in the four weeks before, drawn
 * towards the rate of the whole site.
 *
 * @param sameHours the counts of those hours, by key of the roll-up
 * @param siteShare of the sessions that reach a step of the site, how many struggle there
 */
record Baseline(List<Map<String, Tally>> sameHours, double siteShare) {
  private static final double PSEUDO_SESSIONS = 200;

  /** The usual share of sessions that struggle. */
  double share(RollUp rollUp) {
    // A release is weeks old at most: it is compared with the step.
    RollUp known = rollUp.dimension() == Dimension.RELEASE ? rollUp.wholeStep() : rollUp;
    RollUp base = known.dimension().isOfTheSession() ? known : known.wholeStep();
    long struggling = counts(known).struggling();
    long reached = counts(base).sessions();
    return (struggling + PSEUDO_SESSIONS * siteShare) / (reached + PSEUDO_SESSIONS);
  }

  private Tally counts(RollUp rollUp) {
    return sameHours.stream()
        .map(hour -> hour.getOrDefault(rollUp.key(), Tally.NONE))
        .reduce(Tally.NONE, Tally::plus);
  }
}
