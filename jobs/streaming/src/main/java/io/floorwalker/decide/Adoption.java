package io.floorwalker.decide;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * The decisions that were written after the checkpoint from which this subtask started again, or
 * ever where it starts from nothing: the state does not know them, everybody else does.
 */
final class Adoption {
  /** Clocks of machines differ; what is read twice is adopted once. */
  static final Duration BEFORE_THE_CHECKPOINT = Duration.ofMinutes(1);

  private final Map<String, OwnDecision> found;

  private Adoption(Map<String, OwnDecision> found) {
    this.found = found;
  }

  /** A replay from empty state: there is nothing to adopt. */
  static Adoption none() {
    return new Adoption(new HashMap<>());
  }

  /** What was written since shortly before this checkpoint for the keys of this subtask. */
  static Adoption since(long checkpoint, OwnDecisions own, TaskInfo task) {
    Instant from = Instant.ofEpochMilli(checkpoint).minus(BEFORE_THE_CHECKPOINT);
    return new Adoption(new HashMap<>(own.since(from, key -> isOf(task, key))));
  }

  /** The decision about this detection, once; one of a replay is none for a live run. */
  Optional<OwnDecision> take(Detection detection, boolean replay) {
    OwnDecision own = found.remove(detection.getDetectionId());
    return Optional.ofNullable(own)
        .filter(decided -> (decided.decision().getMode() == Mode.REPLAY) == replay);
  }

  private static boolean isOf(TaskInfo task, String key) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            key, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }
}
