package io.floorwalker.testkit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/**
 * The state of every operator of a pipeline at one moment, by uid; as in a checkpoint, watermarks
 * and records on their way are not part of it. It can be restored any number of times, at any
 * parallelism.
 */
public final class Snapshot {
  private final Map<String, List<OperatorSubtaskState>> states;

  private Snapshot(Map<String, List<OperatorSubtaskState>> states) {
    this.states = states;
  }

  static Snapshot none() {
    return new Snapshot(Map.of());
  }

  static Snapshot of(Collection<Stage> stages, long checkpoint) {
    Map<String, List<OperatorSubtaskState>> states = new LinkedHashMap<>();
    for (Stage stage : stages) {
      try {
        states.put(stage.key(), stage.snapshot(checkpoint));
      } catch (Exception e) {
        throw new PipelineFailure(stage.name(), e);
      }
    }
    return new Snapshot(states);
  }

  /** The uids with state in this snapshot; an operator without uid stands as {@code name#place}. */
  public Set<String> operators() {
    return states.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(OperatorSubtaskState::hasState))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** State that nobody takes would be lost silently; Flink refuses that too. */
  void requireAllOf(Collection<Stage> stages) {
    Set<String> orphans = operators();
    Set<String> known =
        stages.stream().map(Stage::key).collect(Collectors.toCollection(TreeSet::new));
    orphans.removeAll(known);
    if (!orphans.isEmpty()) {
      throw new IllegalArgumentException(
          "The snapshot has state of %s, but the pipeline's operators are %s. Keep the uid, or migrate its state."
              .formatted(orphans, known));
    }
  }

  /**
   * One state for each subtask of the stage, its own key groups only; empty if the operator is new.
   */
  List<OperatorSubtaskState> states(Stage stage) throws Exception {
    List<OperatorSubtaskState> before = states.get(stage.key());
    if (before == null) {
      return List.of();
    }
    if (before.size() == stage.parallelism()) {
      return before;
    }
    OperatorSubtaskState whole =
        AbstractStreamOperatorTestHarness.repackageState(
            before.toArray(OperatorSubtaskState[]::new));
    return IntStream.range(0, stage.parallelism())
        .mapToObj(
            index ->
                AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    whole, stage.maxParallelism(), before.size(), stage.parallelism(), index))
        .toList();
  }
}
