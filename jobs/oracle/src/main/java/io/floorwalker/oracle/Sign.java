package io.floorwalker.oracle;

import static java.util.Comparator.comparingLong;

import java.util.Comparator;
import java.util.List;

/** A signal with what its score depends on. */
record Sign(ExpectedSignal signal, int weight, List<VisitMoment> moments) {

  /** The order in which signals are scored. */
  static final Comparator<Sign> SCORED =
      comparingLong(Sign::at).thenComparing(Sign::kind).thenComparing(Sign::id);

  private static final double HALF_LIFE_MS = 120_000;

  static Sign of(SignalRule rule, String session, List<VisitMoment> moments) {
    VisitMoment last = moments.get(moments.size() - 1);
    ExpectedSignal signal =
        new ExpectedSignal(
            rule.kind(),
            session,
            last.at(),
            last.step(),
            moments.stream().map(VisitMoment::id).toList());
    return new Sign(signal, rule.weight(), moments);
  }

  long at() {
    return signal.at();
  }

  String kind() {
    return signal.kind();
  }

  String id() {
    return signal.signalId();
  }

  VisitMoment first() {
    return moments.get(0);
  }

  VisitMoment last() {
    return moments.get(moments.size() - 1);
  }

  /** True where this is evidence of the signal. */
  boolean holds(VisitMoment evidence) {
    return moments.stream().anyMatch(moment -> moment.position() == evidence.position());
  }

  /** What the signal is worth at a later time, thousandths of a point. */
  long points(long now) {
    return (long) Math.floor(1_000 * weight * StrictMath.pow(0.5, (now - at()) / HALF_LIFE_MS));
  }
}
