package io.floorwalker.detect.stakeholder;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How much an account's contacts use the portal: active contact-days of the last 14 days, compared
 * with the mean of all 14-day sums in the 90 days before. Days are days in UTC since 1970.
 */
final class Usage {
  private static final int PERIOD = 14;
  private static final int BASELINE = 90;
  private static final int HISTORY = 60;
  private static final int ENOUGH = 10;

  private final SortedMap<Long, Integer> days = new TreeMap<>();
  private @Nullable Long firstDay;

  static Usage of(Roll roll) {
    Usage usage = new Usage();
    roll.days().forEach(count -> usage.days.put(count.day(), count.contacts()));
    usage.firstDay = roll.firstDay();
    return usage;
  }

  List<Roll.Count> counts() {
    List<Roll.Count> counts = new ArrayList<>();
    days.forEach((day, contacts) -> counts.add(new Roll.Count(day, contacts)));
    return counts;
  }

  @Nullable Long firstDay() {
    return firstDay;
  }

  boolean isEmpty() {
    return days.isEmpty();
  }

  /** One more contact was active on this day. */
  void add(long day) {
    days.merge(day, 1, Integer::sum);
    firstDay = firstDay == null ? day : Math.min(firstDay, day);
  }

  /** Forgets what no day from this one on is compared with. */
  void forgetBefore(long lastDay) {
    days.headMap(lastDay - PERIOD - BASELINE + 1).clear();
    firstDay = days.isEmpty() ? null : firstDay;
  }

  /** The last 14 days over the mean; empty where too little is known to compare with. */
  OptionalDouble ratio(long lastDay) {
    long end = lastDay - PERIOD;
    if (firstDay == null) {
      return OptionalDouble.empty();
    }
    long begin = Math.max(firstDay, end - BASELINE + 1);
    if (end - begin + 1 < HISTORY) {
      return OptionalDouble.empty();
    }
    long sums = 0;
    long periods = 0;
    for (long last = begin + PERIOD - 1; last <= end; last++) {
      sums += sum(last);
      periods++;
    }
    return sums < ENOUGH * periods
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum(lastDay) * periods / (double) sums);
  }

  private long sum(long lastDay) {
    return days.subMap(lastDay - PERIOD + 1, lastDay + 1).values().stream()
        .mapToLong(Integer::longValue)
        .sum();
  }
}
