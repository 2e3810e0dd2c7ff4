package io.floorwalker.simulator;

import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** On which days a contact showed itself, and how long nobody wonders where such a contact is. */
final class Cadence {

  private static final int REMEMBERED_GAPS = 16;
  private static final int ENOUGH_GAPS = 8;
  private static final long SHORTEST_MS = Duration.ofDays(5).toMillis();
  private static final long LONGEST_MS = Duration.ofDays(90).toMillis();

  private final Thresholds thresholds;
  private final Deque<Long> gapsMs = new ArrayDeque<>();
  private @Nullable LocalDate newest;

  Cadence(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  /** Has shown itself by these events, in the order of time. */
  void shown(List<CustomerEvent> events) {
    events.forEach(event -> shownOn(event.getOccurredAt().atOffset(ZoneOffset.UTC).toLocalDate()));
  }

  /** L: three times the middle gap where enough are known. */
  long limitMs() {
    if (!thresholds.learnsRhythm() || gapsMs.size() < ENOUGH_GAPS) {
      return thresholds.staleAfter().toMillis();
    }
    List<Long> sorted = gapsMs.stream().sorted().toList();
    int half = sorted.size() / 2;
    Stream<Long> middle =
        sorted.size() % 2 == 1
            ? Stream.of(sorted.get(half))
            : Stream.of(sorted.get(half - 1), sorted.get(half));
    double median = middle.mapToLong(Long::longValue).average().orElseThrow();
    return Math.max(SHORTEST_MS, Math.min(LONGEST_MS, Math.round(3 * median)));
  }

  private void shownOn(LocalDate day) {
    if (newest != null && day.isAfter(newest)) {
      gapsMs.addLast(Duration.ofDays(day.toEpochDay() - newest.toEpochDay()).toMillis());
      if (gapsMs.size() > REMEMBERED_GAPS) {
        gapsMs.removeFirst();
      }
    }
    newest = newest == null || day.isAfter(newest) ? day : newest;
  }
}
