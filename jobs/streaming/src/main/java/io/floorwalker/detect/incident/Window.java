package io.floorwalker.detect.incident;

import io.floorwalker.detect.struggle.StepReached;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What happened at one site in some minutes; no order is needed. */
record Window(Collection<StepReached> reached, Collection<Trouble> troubles) {

  boolean isEmpty() {
    return reached.isEmpty() && troubles.isEmpty();
  }

  /** The steps at which anybody struggled. */
  Set<String> stepsInTrouble() {
    return troubles.stream().map(Trouble::step).collect(Collectors.toCollection(TreeSet::new));
  }

  /** All that the struggles at this step may be part of, the broadest first. */
  List<RollUp> rollUps(String step) {
    return troubles.stream()
        .filter(trouble -> trouble.step().equals(step))
        .flatMap(trouble -> trouble.rollUps().stream())
        .distinct()
        .sorted(RollUp.BROADEST_FIRST)
        .toList();
  }

  /** In the order of time. */
  List<Trouble> troubles(RollUp rollUp) {
    return troubles.stream().filter(trouble -> trouble.isIn(rollUp)).sorted(Trouble.ORDER).toList();
  }

  /**
   * The sessions that struggled, of those that reached the step; who struggles has reached it,
   * before the window if not in it.
   */
  Tally tally(RollUp rollUp) {
    RollUp base = rollUp.dimension().isOfTheSession() ? rollUp : rollUp.wholeStep();
    Set<String> sessions = new HashSet<>(strugglingIn(base));
    for (StepReached one : reached) {
      if (isIn(one, base)) {
        sessions.add(one.session());
      }
    }
    return new Tally(strugglingIn(rollUp).size(), sessions.size());
  }

  Set<String> strugglingIn(RollUp rollUp) {
    return troubles.stream()
        .filter(trouble -> trouble.isIn(rollUp))
        .map(Trouble::session)
        .collect(Collectors.toSet());
  }

  private static boolean isIn(StepReached one, RollUp base) {
    return one.step().equals(base.step())
        && switch (base.dimension()) {
          case DEVICE -> base.value().equals(one.deviceClass());
          case RELEASE -> base.value().equals(one.release());
          case STEP, FIELD, CODE -> true;
        };
  }
}
