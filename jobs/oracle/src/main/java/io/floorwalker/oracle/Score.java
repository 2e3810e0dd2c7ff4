package io.floorwalker.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The signals that count at one time. */
record Score(long now, List<Sign> counted) {

  private static final long REMEMBERED_MS = 20 * 60_000;
  private static final long FRESH_MS = 2 * 60_000;
  private static final String RAGE = "rage_click";

  /** Of the signals up to now, in the order of scoring, those that count. */
  static Score at(long now, List<Sign> signs) {
    List<Sign> known = signs.stream().filter(sign -> now - sign.at() <= REMEMBERED_MS).toList();
    return new Score(
        now,
        known.stream()
            .filter(sign -> !isOutweighed(sign, known, now) && !isOfCountedBurst(sign, known))
            .toList());
  }

  long milli() {
    return counted.stream().mapToLong(sign -> sign.points(now)).sum();
  }

  /** The kind with the most points; of equals the first in the alphabet. */
  String cause() {
    Map<String, Long> points = new TreeMap<>();
    counted.forEach(sign -> points.merge(sign.kind(), sign.points(now), Long::sum));
    String cause = "";
    long most = -1;
    for (Map.Entry<String, Long> ofKind : points.entrySet()) {
      if (ofKind.getValue() > most) {
        most = ofKind.getValue();
        cause = ofKind.getKey();
      }
    }
    return cause;
  }

  long firstEvidenceAt() {
    return counted.stream().mapToLong(sign -> sign.first().at()).min().orElseThrow();
  }

  long lastEvidenceAt() {
    return counted.stream().mapToLong(sign -> sign.last().at()).max().orElseThrow();
  }

  List<String> signalIds() {
    return counted.stream().map(Sign::id).toList();
  }

  List<String> evidence() {
    List<String> evidence = new ArrayList<>();
    counted.forEach(sign -> evidence.addAll(sign.signal().evidence()));
    return evidence.stream().distinct().toList();
  }

  /** Of the fresh ones of a kind and step only the heaviest counts. */
  private static boolean isOutweighed(Sign sign, List<Sign> known, long now) {
    Comparator<Sign> heavier =
        Comparator.<Sign>comparingLong(other -> other.points(now))
            .thenComparingLong(Sign::at)
            .thenComparing(Sign::id);
    return isFresh(sign, now)
        && known.stream()
            .filter(other -> isFresh(other, now) && other.kind().equals(sign.kind()))
            .filter(other -> Objects.equals(other.signal().step(), sign.signal().step()))
            .anyMatch(other -> heavier.compare(other, sign) > 0);
  }

  private static boolean isFresh(Sign sign, long now) {
    return now - sign.at() < FRESH_MS;
  }

  /** Of the dead and of the error clicks of one burst only the newest counts. */
  private static boolean isOfCountedBurst(Sign sign, List<Sign> known) {
    if (!sign.kind().equals("dead_click") && !sign.kind().equals("error_click")) {
      return false;
    }
    return known.stream()
        .filter(burst -> burst.kind().equals(RAGE) && burst.holds(sign.first()))
        .anyMatch(
            burst ->
                known.stream()
                    .filter(other -> other.kind().equals(sign.kind()))
                    .filter(other -> burst.holds(other.first()))
                    .anyMatch(other -> Sign.SCORED.compare(other, sign) > 0));
  }
}
