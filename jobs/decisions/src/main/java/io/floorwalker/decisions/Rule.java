package io.floorwalker.decisions;

import io.floorwalker.schema.Detection;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Which treatments answer which detections.
 *
 * @param name the experiment in which its units are counted
 * @param scope which detections it answers
 * @param holdoutPercent of its units, 0 to 100
 * @param treatments the first that may, does
 */
public record Rule(
    String name, Scope scope, Rollout rollout, int holdoutPercent, List<Treatment> treatments)
    implements Serializable {

  /**
   * Which detections a rule answers.
   *
   * @param stages empty: at every stage
   * @param steps empty: at every step
   */
  public record Scope(Set<String> kinds, Set<String> stages, Set<String> steps)
      implements Serializable {

    boolean answers(Detection detection) {
      return kinds.contains(detection.getKind());
    }

    boolean actsAt(Detection detection) {
      return (stages.isEmpty() || contains(stages, detection.getStage()))
          && (steps.isEmpty() || contains(steps, detection.getStep()));
    }

    private static boolean contains(Set<String> words, String word) {
      return word != null && words.contains(word);
    }
  }
}
