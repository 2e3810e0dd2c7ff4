package io.floorwalker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.lake.Lake;
import io.floorwalker.runtime.FlinkDefaults;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When deliver may run, and what of its targets can be seen from outside. */
class DeliveryJobTest {
  private static final String ADDRESS = "https://hooks.example.test/T0/very-secret";
  private static final String SECRET = "whsec_dmVyeS1zZWNyZXQ=";

  @TempDir Path folder;
  private Settings settings = Settings.builtIn();

  @BeforeEach
  void prepare() throws Exception {
    Files.writeString(folder.resolve("chat.secret"), SECRET);
    Path targets =
        Files.writeString(
            folder.resolve("targets.yaml"),
            "targets: {chat: {url: '" + ADDRESS + "', secret_file: chat.secret}}");
    settings =
        Settings.builtIn()
            .with(
                Map.of(
                    "catalog.uri",
                    "jdbc:sqlite:" + folder.resolve("catalog.db"),
                    "catalog.warehouse",
                    folder.toUri().toString(),
                    "deliver.targets.file",
                    targets.toString()));
    try (Lake lake = Lake.open(settings)) {
      lake.createMissingTables();
    }
  }

  @Test
  void aBoundedRunIsRefused() {
    assertThatThrownBy(() -> graph(Map.of("run.bounded", "true")))
        .isInstanceOf(InvalidSettings.class)
        .hasMessage(
            "deliver acts on the world; a bounded run would send again what was sent. Run it live, without --bounded");
  }

  @Test
  void aReplayIsRefused() {
    assertThatThrownBy(() -> graph(Map.of("mode", "replay")))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("a replay would send again what was sent")
        .hasMessageContaining("mode=replay");
  }

  @Test
  void aMissingTargetsFileIsFoundBeforeTheStart() {
    assertThatThrownBy(() -> graph(Map.of("deliver.targets.file", "/nowhere/targets.yaml")))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("/nowhere/targets.yaml: cannot be read");
  }

  @Test
  void noAddressAndNoSecretIsInAnythingThatFlinkGetsOrShows() throws Exception {
    StreamGraph graph = graph(Map.of());
    String shipped =
        new String(
            InstantiationUtil.serializeObject(graph.getJobGraph()), StandardCharsets.ISO_8859_1);
    String seen =
        String.join(
            "\n",
            graph.getStreamingPlanAsJSON(),
            graph.getJobConfiguration().toString(),
            graph.getJobGraph().toString(),
            shipped);
    assertThat(seen)
        .contains("storm stop")
        .contains("targets.yaml")
        .doesNotContain("hooks.example.test")
        .doesNotContain("very-secret")
        .doesNotContain("dmVyeS1zZWNyZXQ");
  }

  private StreamGraph graph(Map<String, String> more) throws InvalidSettings {
    Settings changed = settings.with(more);
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(FlinkDefaults.configuration(changed));
    env.setParallelism(1);
    new DeliveryJob().build(env, changed, topic -> 4);
    return env.getStreamGraph();
  }
}
