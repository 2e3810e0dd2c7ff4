package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastDaysTest {

  @ParameterizedTest
  @CsvSource({
    "2026-03-31T00:00:00Z, 28, 2026-03-02T00:00:00Z",
    "2026-03-31T23:59:59.999Z, 28, 2026-03-02T00:00:00Z",
    "2026-03-31T12:00:00Z, 1, 2026-03-29T00:00:00Z"
  })
  void beginsAtMidnightAndEndsADayAgo(Instant now, int days, Instant start) {
    assertThat(PastDays.start(now, days)).isEqualTo(start);
  }
}
