package io.floorwalker.local;

import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** How a file writes its times; what is finer than a millisecond is cut off. */
enum TimeFormat {
  MS(0),
  S(3),
  US(-3),
  ISO(0);

  private static final DateTimeFormatter ISO_TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .optionalEnd()
          .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
          .toFormatter(Locale.ROOT);

  private final int powerOfTenToMillis;

  TimeFormat(int powerOfTenToMillis) {
    this.powerOfTenToMillis = powerOfTenToMillis;
  }

  static TimeFormat named(String name) {
    for (TimeFormat format : values()) {
      if (format.name().equalsIgnoreCase(name)) {
        return format;
      }
    }
    throw new CommandFailure(
        ExitCode.USAGE, "time unit \"" + name + "\" is not known; use one of ms, s, us, iso");
  }

  Instant parse(String field, String text) throws BadRow {
    return this == ISO ? iso(field, text) : number(field, text);
  }

  private Instant number(String field, String text) throws BadRow {
    try {
      return Instant.ofEpochMilli(
          Decimals.parse(text)
              .scaleByPowerOfTen(powerOfTenToMillis)
              .setScale(0, RoundingMode.FLOOR)
              .longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new BadRow(
          field + " \"" + text + "\" is not a number of " + name().toLowerCase(Locale.ROOT));
    }
  }

  private static Instant iso(String field, String text) throws BadRow {
    String oneSpelling = text.indexOf(' ') == 10 ? text.replaceFirst(" ", "T") : text;
    try {
      TemporalAccessor read =
          ISO_TIME.parseBest(
              oneSpelling.replace(" UTC", "Z").replace(" ", ""),
              Instant::from,
              LocalDateTime::from);
      Instant time =
          read instanceof LocalDateTime local
              ? local.toInstant(ZoneOffset.UTC)
              : Instant.from(read);
      return Instant.ofEpochMilli(time.toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      throw new BadRow(field + " \"" + text + "\" is not an ISO time such as 2026-03-02T10:00:00Z");
    }
  }
}
