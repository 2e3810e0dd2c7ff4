package io.floorwalker.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A sequence that is a sign of trouble: every link must be taken, others may stand between, a
 * success between them starts it anew.
 *
 * @param weight points of a fresh signal
 * @param withinMs from the first to the last evidence less than this
 * @param reset what ends every begun sequence
 */
record SignalRule(
    String kind, int weight, long withinMs, Predicate<VisitMoment> reset, List<Link> links)
    implements Rule {

  /** One place of the sequence. */
  interface Link {

    /** True where the moment takes this place behind those that were taken. */
    boolean takes(List<VisitMoment> taken, VisitMoment moment);
  }

  @Override
  public List<Sign> signs(Visit visit) {
    return matches(visit).stream().map(match -> Sign.of(this, visit.session(), match)).toList();
  }

  /**
   * The matches in the order in which they end. A moment takes the next place of each begun
   * sequence that it fits; where it completes one, the one begun first is the match and everything
   * begun is forgotten, so that no moment is evidence twice.
   */
  List<List<VisitMoment>> matches(Visit visit) {
    List<List<VisitMoment>> matches = new ArrayList<>();
    List<List<VisitMoment>> begun = List.of();
    for (VisitMoment moment : visit.moments()) {
      if (reset.test(moment)) {
        begun = List.of();
        continue;
      }
      List<List<VisitMoment>> after = after(moment, begun);
      if (!after.isEmpty() && after.get(0).size() == links.size()) {
        matches.add(after.get(0));
        after = List.of();
      }
      begun = after;
    }
    return matches;
  }

  /** What is begun after the moment, in order of the start; a completed one alone. */
  private List<List<VisitMoment>> after(VisitMoment moment, List<List<VisitMoment>> begun) {
    List<List<VisitMoment>> after = new ArrayList<>();
    List<List<VisitMoment>> before = new ArrayList<>(begun);
    before.removeIf(taken -> moment.at() - taken.get(0).at() >= withinMs);
    before.add(List.of()); // the moment may begin a sequence of its own
    for (List<VisitMoment> taken : before) {
      if (links.get(taken.size()).takes(taken, moment)) {
        List<VisitMoment> longer = new ArrayList<>(taken);
        longer.add(moment);
        if (longer.size() == links.size()) {
          return List.of(longer);
        }
        after.add(longer);
      } else if (!taken.isEmpty()) {
        after.add(taken);
      }
    }
    return after;
  }
}
