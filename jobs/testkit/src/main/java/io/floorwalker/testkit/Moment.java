package io.floorwalker.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Event times of a test, written from its start: {@code 0m}, {@code 29m59s999ms}, {@code 1h5m},
 * {@code 7d}.
 */
public final class Moment {
  /** The moment {@code 0m} of every timeline. */
  public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private static final Pattern TEXT =
      Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");

  private Moment() {}

  /**
   * The instant so long after {@link #START}.
   *
   * @throws IllegalArgumentException if the text is no such time
   */
  public static Instant at(String text) {
    return START.plus(duration(text));
  }

  /**
   * The length of time that the text says.
   *
   * @throws IllegalArgumentException if the text is no such time
   */
  public static Duration duration(String text) {
    Matcher parts = TEXT.matcher(text);
    if (text.isEmpty() || !parts.matches()) {
      throw new IllegalArgumentException(
          "Cannot read the time '%s'. Write days, hours, minutes, seconds, milliseconds, such as 1h5m or 29m59s999ms."
              .formatted(text));
    }
    return Duration.ofDays(number(parts.group(1)))
        .plusHours(number(parts.group(2)))
        .plusMinutes(number(parts.group(3)))
        .plusSeconds(number(parts.group(4)))
        .plusMillis(number(parts.group(5)));
  }

  /** How a test writes that instant; one that is not on a timeline stands as it is. */
  public static String text(@Nullable Instant instant) {
    if (instant == null || instant.isBefore(START)) {
      return String.valueOf(instant);
    }
    Duration since = Duration.between(START, instant);
    if (since.toDays() > 3650) {
      return instant.toString();
    }
    StringBuilder text = new StringBuilder();
    part(text, since.toDays(), "d");
    part(text, since.toHoursPart(), "h");
    part(text, since.toMinutesPart(), "m");
    part(text, since.toSecondsPart(), "s");
    part(text, since.toMillisPart(), "ms");
    return text.isEmpty() ? "0m" : text.toString();
  }

  private static void part(StringBuilder text, long number, String unit) {
    if (number > 0) {
      text.append(number).append(unit);
    }
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
