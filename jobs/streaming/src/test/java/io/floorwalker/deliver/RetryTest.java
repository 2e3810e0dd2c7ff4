package io.floorwalker.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long an action waits for its next attempt. */
class RetryTest {
  private static final Answer NO_ANSWER = Answer.none("timeout");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | 120000",
        " 7 | 7000",
        "0 | 1000",
        "86400 | 86400000",
        "86401 | 86400000",
        "999999999999999999 | 86400000",
        "Mon, 02 Mar 2026 12:00:30 GMT | 30000",
        "Mon, 02 Mar 2026 11:00:00 GMT | 1000",
        "Wed, 04 Mar 2026 12:00:00 GMT | 86400000",
      })
  void secondsAndDatesAreReadAndClamped(String header, long millis) {
    assertThat(RetryAfter.millis(header, Actions.NOON)).isEqualTo(millis);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"soon", "-1", "1.5", "12 minutes", "''", "99999999999999999999"})
  void otherTextsAreNoWish(String header) {
    assertThat(RetryAfter.millis(header, Actions.NOON)).isNull();
  }

  @Test
  void theWaitIsDrawnBelowADoublingBound() {
    for (int attempt = 1; attempt <= 5; attempt++) {
      long bound = 1000L << (attempt - 1);
      long[] waits = waits(Duration.ofSeconds(1), attempt);
      assertThat(LongStream.of(waits).max().orElse(-1)).isBetween(bound * 9 / 10, bound);
      assertThat(LongStream.of(waits).min().orElse(-1)).isBetween(0L, bound / 10);
      assertThat(LongStream.of(waits).average().orElse(-1)).isBetween(bound * 0.4, bound * 0.6);
    }
  }

  @Test
  void noWaitIsLongerThanAnHour() {
    assertThat(LongStream.of(waits(Duration.ofSeconds(1), 500)))
        .allMatch(wait -> wait >= 0 && wait <= 3_600_000);
    assertThat(LongStream.of(waits(Duration.ofDays(365), 40)))
        .allMatch(wait -> wait >= 0 && wait <= 3_600_000);
  }

  private static long[] waits(Duration first, int attempt) {
    RetryPolicy policy =
        new RetryPolicy(new RetrySettings(6, first, Duration.ofDays(3)), new SplittableRandom(42));
    return LongStream.range(0, 1000).map(n -> policy.waitMillis(attempt, NO_ANSWER)).toArray();
  }
}
