package io.floorwalker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.lake.Lake;
import io.floorwalker.runtime.FlinkDefaults;
import io.floorwalker.runtime.TopicCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What savepoints and operators rely on: the uid of every operator, its name, and its types. */
class JobGraphTest {
  private static final TopicCheck FOUR_PARTITIONS = topic -> 4;

  @TempDir Path folder;
  private Settings settings = Settings.builtIn();

  @BeforeEach
  void createTables() {
    settings =
        Settings.builtIn()
            .with(
                Map.of(
                    "catalog.uri",
                    "jdbc:sqlite:" + folder.resolve("catalog.db"),
                    "catalog.warehouse",
                    folder.toUri().toString(),
                    "privacy.keys.file",
                    "read where the job runs"));
    try (Lake lake = Lake.open(settings)) {
      lake.createMissingTables();
    }
  }

  static Stream<Job> jobs() {
    return Jobs.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void everyOperatorHasTheUidThatItHadBefore(Job job) throws Exception {
    List<String> uids =
        graph(job).getStreamNodes().stream()
            .map(StreamNode::getTransformationUID)
            .map(uid -> Objects.requireNonNull(uid, "an operator without uid"))
            .sorted()
            .toList();
    Path golden = Path.of("src/test/resources/golden/uids-" + job.name() + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.write(golden, uids);
    }
    assertThat(uids)
        .as("a savepoint finds its state by these; a change needs an ADR and -Dgolden.update=true")
        .isEqualTo(Files.readAllLines(golden));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void everyOperatorHasANameThatPeopleUnderstand(Job job) throws Exception {
    assertThat(graph(job).getStreamNodes())
        .extracting(StreamNode::getOperatorName)
        .noneMatch(name -> name.matches("(Map|Filter|Process|KeyedProcess|Sink|Source.*Custom.*)"));
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void nothingFallsToKryo(Job job) throws Exception {
    assertThat(graph(job).getStreamNodes())
        .flatExtracting(node -> serializers(node))
        .isNotEmpty()
        .noneMatch(KryoSerializer.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("jobs")
  void moreReadersThanPartitionsAreRefused(Job job) {
    StreamExecutionEnvironment env = environment();
    env.setParallelism(5);
    assertThatThrownBy(() -> job.build(env, settings, FOUR_PARTITIONS))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageContaining("parallelism 5 is more than the 4 partitions");
  }

  private static List<TypeSerializer<?>> serializers(StreamNode node) {
    Stream<TypeSerializer<?>> in = Stream.of(node.getTypeSerializersIn());
    return Stream.concat(in, Stream.ofNullable(node.getTypeSerializerOut()))
        .filter(Objects::nonNull)
        .toList();
  }

  private StreamGraph graph(Job job) throws InvalidSettings {
    StreamExecutionEnvironment env = environment();
    job.build(env, settings, FOUR_PARTITIONS);
    return env.getStreamGraph();
  }

  private StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(FlinkDefaults.configuration(settings));
    env.setParallelism(1);
    return env;
  }
}
