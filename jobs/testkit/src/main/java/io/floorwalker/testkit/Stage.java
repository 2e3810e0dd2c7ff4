package io.floorwalker.testkit;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.streaming.api.operators.StreamOperatorFactory;
import org.apache.flink.util.InstantiationUtil;

/** An operator of the pipeline with all its subtasks and the edges that leave it. */
final class Stage {
  private static final int FLINK_DEFAULT_KEY_GROUPS = 128;

  private final StreamNode node;
  private final int place;
  private final List<Subtask> subtasks = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();

  Stage(StreamNode node, int place) {
    this.node = node;
    this.place = place;
  }

  /** Starts one subtask for each parallel instance; an empty list of states is a fresh start. */
  void open(ExecutionConfig execution, int channels, List<OperatorSubtaskState> states)
      throws Exception {
    for (int index = 0; index < parallelism(); index++) {
      Subtask subtask = subtask(execution, channels, index);
      subtasks.add(subtask);
      subtask.open(states.isEmpty() ? null : states.get(index));
    }
  }

  private Subtask subtask(ExecutionConfig execution, int channels, int index) throws Exception {
    OperatorMetrics metrics = new OperatorMetrics();
    MockEnvironment environment =
        new MockEnvironmentBuilder()
            .setTaskName(name())
            .setExecutionConfig(execution)
            .setMetricGroup(metrics)
            .setMaxParallelism(maxParallelism())
            .setParallelism(parallelism())
            .setSubtaskIndex(index)
            .build();
    return new Subtask(
        new OperatorHarness(node, shippedFactory(), environment), environment, metrics, channels);
  }

  /**
   * A copy by serialization, as a cluster gets it: no state is shared, and what cannot be shipped
   * fails here.
   */
  @SuppressWarnings("unchecked") // The graph has erased its types.
  private StreamOperatorFactory<Object> shippedFactory() throws Exception {
    return (StreamOperatorFactory<Object>) InstantiationUtil.clone(node.getOperatorFactory());
  }

  List<OperatorSubtaskState> snapshot(long checkpoint) throws Exception {
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (Subtask subtask : subtasks) {
      states.add(subtask.snapshot(checkpoint));
    }
    return states;
  }

  void add(Route route) {
    routes.add(route);
  }

  int id() {
    return node.getId();
  }

  String name() {
    return node.getOperatorName();
  }

  /** The uid, which survives renames; else the name and the place in the graph. */
  String key() {
    String uid = node.getTransformationUID();
    return uid == null ? name() + "#" + place : uid;
  }

  int parallelism() {
    return node.getParallelism();
  }

  int maxParallelism() {
    return node.getMaxParallelism() > 0 ? node.getMaxParallelism() : FLINK_DEFAULT_KEY_GROUPS;
  }

  List<Subtask> subtasks() {
    return subtasks;
  }

  List<Route> routes() {
    return routes;
  }
}
