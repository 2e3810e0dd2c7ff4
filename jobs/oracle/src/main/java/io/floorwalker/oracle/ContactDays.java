package io.floorwalker.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * On which days, in UTC, which contacts of an account were active, and whether that has dropped.
 */
final class ContactDays {

  private static final int FORTNIGHT = 14;
  private static final int QUARTER = 90;
  private static final int HISTORY = 60;
  private static final int ENOUGH = 10;

  private final Map<String, LocalDate> newest = new HashMap<>();
  private final TreeMap<LocalDate, Set<String>> days = new TreeMap<>();

  /** The last fortnight, and the sums of all fortnights before, which are so many. */
  record Shares(long now, long before, long fortnights) {

    boolean isAtLeastTenths(int tenths) {
      return 10 * now * fortnights >= tenths * before;
    }
  }

  /** Something happened: a day counts by its first activity, if the contact is watched then. */
  void saw(String contact, LocalDate day, boolean wasActive, Collection<String> watched) {
    if (wasActive && !day.equals(newest.put(contact, day)) && watched.contains(contact)) {
      days.computeIfAbsent(day, unused -> new HashSet<>()).add(contact);
    }
  }

  /** Empty where there is too little to compare with. */
  Optional<Shares> shares(LocalDate lastDay) {
    Optional<LocalDate> first = firstDay(lastDay);
    LocalDate end = lastDay.minusDays(FORTNIGHT);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    LocalDate quarter = end.minusDays(QUARTER - 1);
    LocalDate begin = latest(first.get(), quarter);
    if (ChronoUnit.DAYS.between(begin, end) + 1 < HISTORY) {
      return Optional.empty();
    }
    long fortnights = ChronoUnit.DAYS.between(begin.plusDays(FORTNIGHT - 1), end) + 1;
    long before = 0;
    for (Map.Entry<LocalDate, Set<String>> active :
        days.subMap(begin, true, end, true).entrySet()) {
      before += active.getValue().size() * fortnightsWith(active.getKey(), begin, end);
    }
    return before < ENOUGH * fortnights
        ? Optional.empty()
        : Optional.of(new Shares(fortnight(lastDay), before, fortnights));
  }

  /** The history begins anew when all of it has become too old to compare with. */
  private Optional<LocalDate> firstDay(LocalDate lastDay) {
    LocalDate first = null;
    LocalDate previous = null;
    for (LocalDate day : days.headMap(lastDay, true).keySet()) {
      if (previous == null || previous.plusDays(FORTNIGHT + QUARTER).isBefore(day)) {
        first = day;
      }
      previous = day;
    }
    return Optional.ofNullable(first);
  }

  /** In how many of the fortnights that lie within these days a day lies. */
  private static long fortnightsWith(LocalDate day, LocalDate begin, LocalDate end) {
    LocalDate firstEnd = latest(day, begin.plusDays(FORTNIGHT - 1));
    LocalDate lastEnd = earliest(day.plusDays(FORTNIGHT - 1), end);
    return ChronoUnit.DAYS.between(firstEnd, lastEnd) + 1;
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private long fortnight(LocalDate lastDay) {
    return days.subMap(lastDay.minusDays(FORTNIGHT - 1), true, lastDay, true).values().stream()
        .mapToLong(Set::size)
        .sum();
  }
}
