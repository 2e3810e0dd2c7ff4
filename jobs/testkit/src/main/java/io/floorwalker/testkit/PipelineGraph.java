package io.floorwalker.testkit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.InvalidProgramException;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamEdge;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.Input;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;

/** The operators of a pipeline in topological order, wired as Flink's own stream graph says. */
final class PipelineGraph {
  private final StreamGraph graph;
  private final Set<Outlet> outlets;
  private final Map<Integer, Stage> stages = new LinkedHashMap<>();
  private final Map<Integer, Integer> channels = new LinkedHashMap<>();
  private final Stage source;

  private PipelineGraph(StreamGraph graph, int sourceId, Set<Outlet> outlets)
      throws InvalidProgramException {
    this.graph = graph;
    this.outlets = outlets;
    List<StreamNode> nodes = graph.getStreamNodesSortedTopologicallyFromSources();
    this.source = new Stage(graph.getStreamNode(sourceId), 0);
    stages.put(sourceId, source);
    for (StreamNode node : nodes) {
      if (node.getId() != sourceId) {
        wire(node);
      }
    }
  }

  /**
   * Calls the pipeline once and reads the graph that it built.
   *
   * @throws IllegalArgumentException if the pipeline has no operator, a second source, or an
   *     operator with two inputs
   */
  static <IN, OUT> PipelineGraph of(
      TypeInformation<IN> type,
      Function<? super DataStream<IN>, ? extends DataStream<OUT>> pipeline,
      int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(parallelism);
    DataStream<IN> input =
        environment.fromSource(
            new PlaceholderSource<>(), WatermarkStrategy.noWatermarks(), "input", type);
    DataStream<OUT> output = pipeline.apply(input);
    if (environment.getTransformations().isEmpty()) {
      throw new IllegalArgumentException(
          "The pipeline adds no operator to its input. Return a stream behind at least one operator.");
    }
    try {
      return new PipelineGraph(
          environment.getStreamGraph(false),
          input.getTransformation().getId(),
          Outlet.of(output.getTransformation()));
    } catch (InvalidProgramException e) {
      throw new IllegalArgumentException("The pipeline has a loop. Take the feedback edge out.", e);
    }
  }

  private void wire(StreamNode node) {
    requireOneInput(node);
    Stage stage = new Stage(node, stages.size());
    int channel = 0;
    for (StreamEdge edge : node.getInEdges()) {
      Stage upstream = stages.get(edge.getSourceId());
      if (upstream == null) {
        throw new IllegalArgumentException(
            "The pipeline reads another stream than its input. Build it on its argument.");
      }
      upstream.add(new Route(edge, upstream.parallelism(), stage, channel));
      channel += Route.channels(edge, upstream.parallelism(), stage.parallelism());
    }
    stages.put(node.getId(), stage);
    channels.put(node.getId(), channel);
  }

  private static void requireOneInput(StreamNode node) {
    StreamOperatorFactory<?> factory = node.getOperatorFactory();
    ClassLoader loader = PipelineGraph.class.getClassLoader();
    if (node.getInEdges().isEmpty() || factory.isStreamSource()) {
      throw new IllegalArgumentException(
          "The pipeline has a source of its own, '%s'. Build it on its argument only."
              .formatted(node.getOperatorName()));
    }
    if (!Input.class.isAssignableFrom(factory.getStreamOperatorClass(loader))) {
      throw new IllegalArgumentException(
          "Operator '%s' has more than one input. Test the branches before it, or the whole job on a MiniCluster."
              .formatted(node.getOperatorName()));
    }
  }

  /** Starts every operator; a snapshot gives each the state of its uid. */
  void open(Snapshot snapshot) {
    snapshot.requireAllOf(operators());
    for (Stage stage : operators()) {
      try {
        stage.open(execution(), channels.getOrDefault(stage.id(), 0), snapshot.states(stage));
      } catch (Exception e) {
        throw new PipelineFailure(stage.name(), e);
      }
    }
  }

  ExecutionConfig execution() {
    return graph.getExecutionConfig();
  }

  Stage source() {
    return source;
  }

  /** All stages but the source, upstream first. */
  Collection<Stage> operators() {
    return stages.values().stream().filter(stage -> stage != source).toList();
  }

  boolean isOutput(Stage stage, Emission emission) {
    return outlets.contains(new Outlet(stage.id(), emission.tag()));
  }
}
