package io.floorwalker.detect.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-03-02 is a Monday. */
class WorkingTimeTest {
  private static final long WEEK = Duration.ofDays(7).toMillis();

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T10:00, 2026-03-09T10:00", // Monday to Monday
    "2026-03-02T00:00, 2026-03-07T00:00", // full when Friday ends
    "2026-03-02T00:00:00.001, 2026-03-09T00:00:00.001",
    "2026-03-06T10:00, 2026-03-13T10:00",
    "2026-03-06T23:59:59.999, 2026-03-13T23:59:59.999",
    "2026-03-07T00:00, 2026-03-14T00:00", // a weekend begins on Monday
    "2026-03-07T18:00, 2026-03-14T00:00",
    "2026-03-08T23:59:59.999, 2026-03-14T00:00",
  })
  void fiveBusinessDaysAreAWeek(LocalDateTime since, LocalDateTime due) {
    assertThat(after(since.toString(), WEEK, ZoneOffset.UTC)).isEqualTo(due + dot(due) + "Z");
  }

  @Test
  void aFractionOfAMillisecondIsRoundedUp() {
    assertThat(after("2026-03-02T10:00", 1, ZoneOffset.UTC)).isEqualTo("2026-03-02T10:00:00.001Z");
    assertThat(after("2026-03-02T10:00", 8, ZoneOffset.UTC)).isEqualTo("2026-03-02T10:00:00.006Z");
  }

  @Test
  void theDaysAreThoseOfThePlace() {
    assertThat(after("2026-03-06T22:00", WEEK, ZoneId.of("Pacific/Auckland")))
        .isEqualTo("2026-03-13T11:00:00Z");
  }

  @Test
  void aDayIsAsLongAsItLasts() {
    // Cairo put its clocks forward on Friday 2026-04-24: that day has 23 hours.
    assertThat(after("2026-04-20T00:00+02:00", WEEK, ZoneId.of("Africa/Cairo")))
        .isEqualTo("2026-04-26T22:00:00Z");
  }

  @Test
  void everyDayCountsOtherwise() {
    Instant since = Instant.parse("2026-03-06T10:00:00Z");
    assertThat(WorkingTime.EVERY_DAY.after(since.toEpochMilli(), WEEK, ZoneOffset.UTC))
        .isEqualTo(since.toEpochMilli() + WEEK);
  }

  private static String after(String since, long silence, ZoneId zone) {
    Instant from =
        since.contains("+")
            ? OffsetDateTime.parse(since).toInstant()
            : LocalDateTime.parse(since).toInstant(ZoneOffset.UTC);
    return Instant.ofEpochMilli(WorkingTime.BUSINESS.after(from.toEpochMilli(), silence, zone))
        .toString();
  }

  private static String dot(LocalDateTime time) {
    return time.getSecond() == 0 && time.getNano() == 0 ? ":00" : "";
  }
}
