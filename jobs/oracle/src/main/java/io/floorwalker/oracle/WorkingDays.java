package io.floorwalker.oracle;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Time in which silence counts: Mondays to Fridays of a place, five of which count as a week. */
final class WorkingDays {

  private WorkingDays() {}

  /**
   * The first moment by which so many milliseconds of silence have passed, each day of the place
   * taken by itself.
   */
  static long after(long since, long silence, @Nullable String timeZone) {
    ZoneId zone = zone(timeZone);
    long left = (silence * 5 + 6) / 7; // no fraction of a millisecond too early
    LocalDate day = Instant.ofEpochMilli(since).atZone(zone).toLocalDate();
    while (true) {
      long begin = Math.max(since, day.atStartOfDay(zone).toInstant().toEpochMilli());
      long end = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
      if (isWorkingDay(day)) {
        if (left <= end - begin) {
          return begin + left;
        }
        left -= end - begin;
      }
      day = day.plusDays(1);
    }
  }

  private static boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** UTC where the roster names none, or one that nobody knows. */
  private static ZoneId zone(@Nullable String timeZone) {
    try {
      return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
