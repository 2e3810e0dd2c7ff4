package io.floorwalker.detect.stakeholder;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** In which time a silence counts. */
public enum WorkingTime {
  /** In all of it. */
  EVERY_DAY {
    @Override
    long after(long since, long silence, ZoneId zone) {
      return since + silence;
    }
  },
  /**
   * Mondays to Fridays of the contact's time zone, each as long as it lasts there; five of them
   * count as seven days. What is full when a Friday ends is full then, not on Monday.
   */
  BUSINESS {
    @Override
    long after(long since, long silence, ZoneId zone) {
      long left = -Math.floorDiv(-5 * silence, 7); // rounded up: nothing is due too early
      long from = since;
      while (true) {
        LocalDate day = Instant.ofEpochMilli(from).atZone(zone).toLocalDate();
        LocalDate saturday = day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        long weekend = start(saturday, zone);
        if (day.getDayOfWeek() != DayOfWeek.SUNDAY && from < weekend) {
          if (left <= weekend - from) {
            return from + left;
          }
          left -= weekend - from;
        }
        from = start(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), zone);
      }
    }
  };

  /** The moment by which so many milliseconds of silence have passed since another. */
  abstract long after(long since, long silence, ZoneId zone);

  private static long start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant().toEpochMilli();
  }
}
