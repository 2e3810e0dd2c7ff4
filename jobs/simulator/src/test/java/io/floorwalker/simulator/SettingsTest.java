package io.floorwalker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final Duration T = Duration.ofSeconds(45);

  @Test
  void theShortestAllowedTimeStillKeepsEveryoneInsideIt() {
    Shop shop = Shop.open(ShopSettings.demo(7, 500, 1, Duration.ofSeconds(1)), 0);

    assertThat(shop).toIterable().isNotEmpty();
  }

  @Test
  void aNegativeNumberOfSessionsIsRefused() {
    assertThatThrownBy(() -> ShopSettings.demo(7, -1, 1, T)).hasMessageContaining("0 for endless");
  }

  @Test
  void aSpeedOfZeroIsRefused() {
    assertThatThrownBy(() -> ShopSettings.demo(7, 1, 0, T)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> ShopSettings.demo(7, 1, Double.NaN, T))
        .hasMessageContaining("above 0");
  }

  @Test
  void aTimeTooShortForAScriptIsRefused() {
    assertThatThrownBy(() -> ShopSettings.demo(7, 1, 1, Duration.ofMillis(999)))
        .hasMessageContaining("at least 1 s");
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
