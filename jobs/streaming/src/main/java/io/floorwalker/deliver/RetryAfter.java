package io.floorwalker.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header of this name: seconds, or a date of HTTP. */
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,18}");
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  private RetryAfter() {}

  /** Milliseconds to wait from now on, between 1 s and 24 h; null for what is neither. */
  static @Nullable Long millis(@Nullable String header, Instant now) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    if (SECONDS.matcher(text).matches()) {
      return clamp(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return clamp(Duration.between(now, date));
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static long clamp(Duration asked) {
    if (asked.compareTo(SHORTEST) < 0) {
      return SHORTEST.toMillis();
    }
    return asked.compareTo(LONGEST) > 0 ? LONGEST.toMillis() : asked.toMillis();
  }
}
