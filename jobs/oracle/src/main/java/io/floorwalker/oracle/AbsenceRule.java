package io.floorwalker.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * A moment that calls for an answer, and none that comes in time is a sign of trouble.
 *
 * @param weight points of a fresh signal
 * @param withinMs an answer so long after the call is too late
 */
record AbsenceRule(String kind, int weight, long withinMs, Call call, Answer answer)
    implements Rule {

  /** What calls for an answer. */
  interface Call {

    boolean isMadeBy(VisitMoment moment, Visit visit);
  }

  /** What there is of the session behind a call and before its time is over. */
  interface Answer {

    boolean isAmong(List<VisitMoment> behind, VisitMoment call);
  }

  @Override
  public List<Sign> signs(Visit visit) {
    List<Sign> signs = new ArrayList<>();
    for (VisitMoment moment : visit.moments()) {
      if (call.isMadeBy(moment, visit)) {
        long until = moment.at() + withinMs;
        List<VisitMoment> behind =
            visit.moments().stream()
                .filter(other -> other.position() > moment.position() && other.at() < until)
                .toList();
        if (!answer.isAmong(behind, moment)) {
          VisitMoment newest = behind.isEmpty() ? moment : behind.get(behind.size() - 1);
          signs.add(Sign.ofAbsence(this, visit.session(), moment, new Standing(until, newest)));
        }
      }
    }
    return signs;
  }

  /**
   * Where the session stands when the time is over.
   *
   * @param at that time, UTC ms
   * @param newest the last of what came before it
   */
  record Standing(long at, VisitMoment newest) {}
}
