package io.floorwalker.ingest.format;

import io.floorwalker.contract.MalformedRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** How sources write times; what is finer than a millisecond is cut off. */
enum SourceTime {
  /** {@code 2026-03-02T10:00:00.000Z}, with a blank for the T too; UTC where no offset stands. */
  ISO {
    @Override
    Instant parse(String text) {
      String spelled = text.length() > 10 && text.charAt(10) == ' ' ? text.replace(' ', 'T') : text;
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              spelled, OffsetDateTime::from, LocalDateTime::from);
      return read instanceof OffsetDateTime time
          ? time.toInstant()
          : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
    }
  },
  /** Milliseconds since 1970. */
  MILLIS {
    @Override
    Instant parse(String text) {
      return Instant.ofEpochMilli(Long.parseLong(text));
    }
  },
  /** Microseconds since 1970. */
  MICROS {
    @Override
    Instant parse(String text) {
      return Instant.ofEpochMilli(Math.floorDiv(Long.parseLong(text), 1000L));
    }
  };

  abstract Instant parse(String text);

  Instant of(String name, String text) throws MalformedRecord {
    try {
      return Instant.ofEpochMilli(parse(text).toEpochMilli());
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      throw new MalformedRecord("time", name + " is no time");
    }
  }
}
