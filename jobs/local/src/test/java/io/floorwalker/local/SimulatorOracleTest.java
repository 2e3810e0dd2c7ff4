package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.oracle.AbandonmentOracle;
import io.floorwalker.oracle.ExpectedDetection;
import io.floorwalker.oracle.KeyBy;
import io.floorwalker.oracle.OracleSettings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.simulator.Fate;
import io.floorwalker.simulator.Shop;
import io.floorwalker.simulator.ShopSettings;
import io.floorwalker.simulator.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the shoppers' scripts say and what the oracle finds in their events; neither was written
 * from the other.
 */
class SimulatorOracleTest {
  private static final long START = 1_772_445_600_000L;

  private record Abandoned(String key, long at, List<String> evidence) {}

  @ParameterizedTest
  @CsvSource({"1, 45, 1", "2, 45, 20", "3, 1800, 1", "4, 1, 5"})
  void theyAgree(long seed, long silenceSeconds, double speed) {
    ShopSettings settings =
        ShopSettings.demo(seed, 2_000, speed, thresholds(Duration.ofSeconds(silenceSeconds)));
    List<CustomerEvent> events = new ArrayList<>();
    List<Abandoned> scripted = new ArrayList<>();

    Shop.open(
            settings,
            START,
            truth -> {
              if (truth.kind().equals("cart_abandoned")) {
                scripted.add(new Abandoned(truth.key(), truth.atMs(), truth.evidence()));
              }
            })
        .forEachRemaining(
            sent -> {
              if (sent.event() != null && sent.fate() != Fate.FAR_FUTURE) {
                events.add(sent.event());
              }
            });

    OracleSettings rule =
        new OracleSettings(KeyBy.CUSTOMER, settings.thresholds().cartAfter(), Duration.ofDays(7));
    List<Abandoned> found =
        AbandonmentOracle.of(rule).detections(events).stream()
            .map(SimulatorOracleTest::abandoned)
            .toList();
    assertThat(scripted).hasSizeGreaterThan(100);
    assertThat(found).containsExactlyInAnyOrderElementsOf(scripted);
  }

  private static Thresholds thresholds(Duration after) {
    Duration day = Duration.ofDays(1);
    return new Thresholds(after, after, after, day, day, day.multipliedBy(2));
  }

  private static Abandoned abandoned(ExpectedDetection found) {
    return new Abandoned(found.key(), found.detectedAt(), List.of(found.decidingEventId()));
  }
}
