package io.floorwalker.local;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the shoppers' scripts say must be found, against what was found. Thread-safe: scripts are
 * written while detections come in.
 */
final class Truths {

  /** Kinds about accounts as a whole, of which no script says anything. */
  static final Set<String> UNSCRIPTED =
      Set.of(
          "single_threaded", "champion_dark", "decision_maker_dark", "coverage_low", "usage_drop");

  private final Instant since;
  private final Set<Finding> expected = new HashSet<>();
  private final Set<Finding> found = new HashSet<>();
  private final Set<Finding> leftOver = new HashSet<>();

  /** What shoppers do who came since then. */
  Truths(Instant since) {
    this.since = since;
  }

  synchronized void expect(Finding finding) {
    expected.add(finding);
  }

  /**
   * What closes or takes back a detection is none of its own; accounts as a whole stand in no
   * script, nor does whoever plays the shopper on the page. Carts left over from an earlier run are
   * abandoned too, but no script of this run knows them.
   */
  synchronized void find(Detection detection) {
    if (detection.getPhase() == Phase.CLOSED
        || detection.getPhase() == Phase.RETRACTED
        || UNSCRIPTED.contains(detection.getKind())
        || detection.getSite().equals(PageEvents.SITE)) {
      return;
    }
    Finding finding = Finding.of(detection);
    found.add(finding);
    if (detection.getFirstEvidenceAt().isBefore(since)) {
      leftOver.add(finding);
    }
  }

  /** Whether everything that the scripts say has been found. */
  synchronized boolean allFound() {
    return found.containsAll(expected);
  }

  /** When the last of them becomes true, UTC ms; 0 when there is none. */
  synchronized long lastAt() {
    return expected.stream().mapToLong(Finding::atMillis).max().orElse(0);
  }

  /** By kind, in the order of the names: every kind that a script says or that was found. */
  synchronized Map<String, Score> scores() {
    Map<String, Score> scores = new TreeMap<>();
    for (Finding finding : expected) {
      Score one = found.contains(finding) ? new Score(1, 0, 0) : new Score(0, 1, 0);
      scores.merge(finding.kind(), one, Score::plus);
    }
    for (Finding finding : found) {
      if (!expected.contains(finding) && !leftOver.contains(finding)) {
        scores.merge(finding.kind(), new Score(0, 0, 1), Score::plus);
      }
    }
    return scores;
  }

  /** Found as the scripts say, not found, and found although no script says so. */
  record Score(int found, int missed, int extra) {

    static final Score NONE = new Score(0, 0, 0);

    Score plus(Score other) {
      return new Score(found + other.found, missed + other.missed, extra + other.extra);
    }

    boolean differs() {
      return missed + extra > 0;
    }
  }
}
