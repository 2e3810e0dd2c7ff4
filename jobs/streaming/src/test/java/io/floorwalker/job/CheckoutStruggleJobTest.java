package io.floorwalker.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.detect.struggle.StruggleDetector;
import io.floorwalker.lake.Lake;
import io.floorwalker.runtime.FlinkDefaults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the job does otherwise than the others: it is in a hurry, unless somebody says not to be.
 */
class CheckoutStruggleJobTest {
  @TempDir Path folder;

  @Test
  void waitsFiveSecondsForWhatComesOutOfOrder() {
    assertThat(StruggleDetector.disorder(Settings.builtIn())).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void waitsAsLongAsItIsTold() {
    Settings patient = Settings.builtIn().with(Map.of("time.disorder", "60s"));
    assertThat(StruggleDetector.disorder(patient)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void hasAWatermarkEveryTwentyMilliseconds() throws Exception {
    assertThat(watermarkInterval(Map.of())).isEqualTo(20);
  }

  @Test
  void hasWatermarksAsOftenAsItIsTold() throws Exception {
    assertThat(watermarkInterval(Map.of("flink.pipeline.auto-watermark-interval", "300 ms")))
        .isEqualTo(300);
  }

  private long watermarkInterval(Map<String, String> more) throws InvalidSettings {
    Settings settings =
        Settings.builtIn()
            .with(
                Map.of(
                    "catalog.uri",
                    "jdbc:sqlite:" + folder.resolve("catalog.db"),
                    "catalog.warehouse",
                    folder.toUri().toString()))
            .with(more);
    try (Lake lake = Lake.open(settings)) {
      lake.createMissingTables();
    }
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(FlinkDefaults.configuration(settings));
    env.setParallelism(1);
    new CheckoutStruggleJob().build(env, settings, topic -> 4);
    return env.getConfig().getAutoWatermarkInterval();
  }
}
