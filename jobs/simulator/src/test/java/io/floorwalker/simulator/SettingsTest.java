package io.floorwalker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Thresholds SOON =
      TestingDay.soon(Duration.ofSeconds(45), Duration.ofMinutes(2));

  @Test
  void theShortestAllowedTimeStillKeepsEveryoneInsideIt() {
    Thresholds shortest = TestingDay.soon(Duration.ofSeconds(1), Duration.ofSeconds(1));
    Shop shop = Shop.open(ShopSettings.demo(7, 500, 1, shortest), 0);

    assertThat(shop).toIterable().isNotEmpty();
  }

  @Test
  void theBuiltInThresholdsAreThoseOfTheJobs() {
    assertThat(Thresholds.builtIn())
        .isEqualTo(
            new Thresholds(
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofMinutes(30),
                Duration.ofMinutes(30),
                Duration.ofMinutes(15),
                Duration.ofDays(7),
                Duration.ofDays(7),
                Duration.ofDays(23),
                true));
  }

  @Test
  void aNegativeNumberOfSessionsIsRefused() {
    assertThatThrownBy(() -> ShopSettings.demo(7, -1, 1, SOON))
        .hasMessageContaining("0 for endless");
  }

  @Test
  void aHistoryWithoutEndIsRefused() {
    assertThatThrownBy(() -> ShopSettings.history(7, 0, 60, Thresholds.builtIn()))
        .hasMessageContaining("at least 1 of each");
    assertThatThrownBy(() -> ShopSettings.history(7, 1, 0, Thresholds.builtIn()))
        .hasMessageContaining("at least 1 of each");
  }

  @Test
  void aSpeedOfZeroIsRefused() {
    assertThatThrownBy(() -> ShopSettings.demo(7, 1, 0, SOON)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> ShopSettings.demo(7, 1, Double.NaN, SOON))
        .hasMessageContaining("above 0");
  }

  @Test
  void aTimeTooShortForAScriptIsRefused() {
    assertThatThrownBy(() -> TestingDay.soon(Duration.ofMillis(999), Duration.ofMinutes(2)))
        .hasMessageContaining("cartAfter is PT0.999S; give at least 1 s");
    assertThatThrownBy(() -> TestingDay.soon(Duration.ofSeconds(1), Duration.ZERO))
        .hasMessageContaining("staleAfter");
  }

  @Test
  void aThirdStepBeforeTheSecondIsRefused() {
    Duration day = Duration.ofDays(1);

    assertThatThrownBy(() -> new Thresholds(day, day, day, day, day, day))
        .hasMessageContaining("at least 1 s beyond staleSecondAfter");
  }

  @Test
  void aRateBeyondOneIsRefused() {
    assertThatThrownBy(() -> new Flaws(1.1, Duration.ZERO, 0, 0, Duration.ZERO, 0, 0))
        .hasMessageContaining("disordered is 1.1; give a share from 0 to 1");
  }

  @Test
  void aNegativeDelayIsRefused() {
    assertThatThrownBy(() -> new Flaws(0, Duration.ofMillis(-1), 0, 0, Duration.ZERO, 0, 0))
        .hasMessageContaining("disorderBound");
  }
}
