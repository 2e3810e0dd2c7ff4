package io.floorwalker.local;

import io.floorwalker.schema.Detection;
import io.floorwalker.simulator.Truth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the shoppers' scripts say must be found, against what was found. Thread-safe: scripts are
 * written while detections come in.
 */
final class Truths {

  private final Instant since;
  private final List<Truth> expected = new ArrayList<>();
  private final Set<List<Object>> found = new HashSet<>();

  /** What shoppers do who came since then. */
  Truths(Instant since) {
    this.since = since;
  }

  static String json(Truth truth) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", truth.kind());
    line.put("step", truth.step());
    line.put("key", truth.key());
    line.put("at", Instant.ofEpochMilli(truth.atMs()));
    line.put("evidence", truth.evidence());
    return Cells.json(line);
  }

  synchronized void expect(Truth truth) {
    expected.add(truth);
  }

  /**
   * Carts left over from an earlier run are abandoned too, but no script of this run knows them.
   */
  synchronized void find(Detection detection) {
    if (detection.getFirstEvidenceAt().isBefore(since)) {
      return;
    }
    found.add(
        identity(
            detection.getKind(),
            detection.getKey(),
            detection.getDetectedAt().toEpochMilli(),
            detection.getEvidence()));
  }

  /** Whether everything that the scripts say has been found. */
  synchronized boolean allFound() {
    return score().missed() == 0;
  }

  /** When the last of them becomes true, UTC ms; 0 when there is none. */
  synchronized long lastAt() {
    return expected.stream().mapToLong(Truth::atMs).max().orElse(0);
  }

  synchronized Score score() {
    Set<List<Object>> wanted = new HashSet<>();
    expected.forEach(
        truth -> wanted.add(identity(truth.kind(), truth.key(), truth.atMs(), truth.evidence())));
    int hits = (int) wanted.stream().filter(found::contains).count();
    return new Score(hits, wanted.size() - hits, found.size() - hits);
  }

  private static List<Object> identity(String kind, String key, long at, List<String> evidence) {
    return List.of(kind, key, at, List.copyOf(evidence));
  }

  /** Found as the scripts say, not found, and found although no script says so. */
  record Score(int found, int missed, int extra) {}
}
