package io.floorwalker.oracle;

import io.floorwalker.oracle.StakeholderOracleSettings.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The days, in UTC, on which something was heard of a contact, and the patience they teach. */
final class ActiveDays {

  private static final int NEWEST_GAPS = 16;

  private final SortedSet<LocalDate> days = new TreeSet<>();

  void add(long at) {
    days.add(Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate());
  }

  void clear() {
    days.clear();
  }

  /** L: three usual gaps where enough are known, but neither very short nor very long. */
  Duration patience(Rhythm rhythm, Duration usual) {
    List<Duration> gaps = newestGaps();
    if (!rhythm.learned() || gaps.size() < rhythm.fromGaps()) {
      return usual;
    }
    Duration wanted = median(gaps).multipliedBy(3);
    if (wanted.compareTo(rhythm.shortest()) < 0) {
      return rhythm.shortest();
    }
    return wanted.compareTo(rhythm.longest()) > 0 ? rhythm.longest() : wanted;
  }

  private List<Duration> newestGaps() {
    List<LocalDate> ordered = List.copyOf(days);
    List<Duration> gaps = new ArrayList<>();
    for (int next = 1; next < ordered.size(); next++) {
      gaps.add(Duration.ofDays(ChronoUnit.DAYS.between(ordered.get(next - 1), ordered.get(next))));
    }
    return gaps.subList(Math.max(0, gaps.size() - NEWEST_GAPS), gaps.size());
  }

  private static Duration median(List<Duration> gaps) {
    List<Duration> sorted = gaps.stream().sorted().toList();
    Duration upper = sorted.get(sorted.size() / 2);
    return sorted.size() % 2 == 1
        ? upper
        : sorted.get(sorted.size() / 2 - 1).plus(upper).dividedBy(2);
  }
}
