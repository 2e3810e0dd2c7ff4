package io.floorwalker.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.util.OutputTag;

/**
 * Moves every emission to all that read it, in order and at once, until the pipeline is quiet
 * again.
 */
final class Flow {
  private final PipelineGraph graph;
  private final List<Object> output = new ArrayList<>();
  private final Map<OutputTag<?>, List<Object>> sideOutputs = new HashMap<>();
  private long outputWatermark = Long.MIN_VALUE;

  Flow(PipelineGraph graph) {
    this.graph = graph;
  }

  /** An operation on one subtask; it may throw what an operator throws. */
  interface Step {
    void on(Subtask subtask) throws Exception;
  }

  void enter(int sourceSubtask, Emission emission) {
    deliver(graph.source(), sourceSubtask, emission);
  }

  /** Does it on every subtask, upstream first, and lets what it emits flow before the next. */
  void onEach(Step step) {
    for (Stage stage : graph.operators()) {
      for (int subtask = 0; subtask < stage.parallelism(); subtask++) {
        run(stage, subtask, step);
      }
    }
  }

  private void run(Stage stage, int index, Step step) {
    Subtask subtask = stage.subtasks().get(index);
    try {
      step.on(subtask);
    } catch (Exception e) {
      throw new PipelineFailure(stage.name(), e);
    }
    for (Emission next = subtask.poll(); next != null; next = subtask.poll()) {
      deliver(stage, index, next);
    }
  }

  private void deliver(Stage stage, int subtask, Emission emission) {
    collect(stage, emission);
    for (Route route : stage.routes()) {
      if (route.carries(emission)) {
        int channel = route.channel(subtask);
        for (int target : route.subtasks(subtask, emission)) {
          run(route.target(), target, next -> next.accept(channel, emission));
        }
      }
    }
  }

  private void collect(Stage stage, Emission emission) {
    if (emission.isWatermark()) {
      if (graph.isOutput(stage, emission)) {
        Watermark watermark = emission.asWatermark();
        outputWatermark = Math.max(outputWatermark, watermark.getTimestamp());
      }
      return;
    }
    Object value = emission.asRecord().getValue();
    if (graph.isOutput(stage, emission)) {
      output.add(value);
    }
    if (emission.tag() != null) {
      sideOutputs.computeIfAbsent(emission.tag(), tag -> new ArrayList<>()).add(value);
    }
  }

  List<Object> output() {
    return List.copyOf(output);
  }

  List<Object> sideOutput(OutputTag<?> tag) {
    return List.copyOf(sideOutputs.getOrDefault(tag, List.of()));
  }

  long outputWatermark() {
    return outputWatermark;
  }
}
