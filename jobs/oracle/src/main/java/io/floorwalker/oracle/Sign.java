package io.floorwalker.oracle;

import java.util.Comparator;
import java.util.List;

/**
 * A signal with what its score depends on.
 *
 * @param isAbsence true where it arises behind its evidence, before what stands at its time
 * @param place the event with or behind which it arises
 */
record Sign(
    ExpectedSignal signal,
    int weight,
    List<VisitMoment> moments,
    boolean isAbsence,
    VisitMoment place) {

  /**
   * The order in which signals are scored: what an event decides by kind, then what is absent
   * behind it, by time and by what it was waited for.
   */
  static final Comparator<Sign> SCORED =
      Comparator.<Sign>comparingInt(sign -> sign.place().position())
          .thenComparing(Sign::isAbsence)
          .thenComparingLong(Sign::at)
          .thenComparingInt(sign -> sign.isAbsence() ? sign.first().position() : 0)
          .thenComparing(Sign::kind);

  private static final double HALF_LIFE_MS = 120_000;

  static Sign of(Rule rule, String session, List<VisitMoment> moments) {
    VisitMoment last = moments.get(moments.size() - 1);
    ExpectedSignal signal =
        new ExpectedSignal(
            rule.kind(),
            session,
            last.at(),
            last.step(),
            moments.stream().map(VisitMoment::id).toList());
    return new Sign(signal, rule.weight(), moments, false, last);
  }

  static Sign ofAbsence(
      Rule rule, String session, VisitMoment call, AbsenceRule.Standing standing) {
    ExpectedSignal signal =
        new ExpectedSignal(
            rule.kind(), session, standing.at(), standing.newest().step(), List.of(call.id()));
    return new Sign(signal, rule.weight(), List.of(call), true, standing.newest());
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

  /** Browse, cart, checkout or payment: the highest one when it arises. */
  String stage() {
    return place.stage();
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
