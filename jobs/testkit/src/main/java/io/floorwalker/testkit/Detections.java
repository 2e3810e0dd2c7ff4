package io.floorwalker.testkit;

import io.floorwalker.schema.Detection;

/** Conditions on detections, for {@link Outcome#emits}. */
public final class Detections {
  private Detections() {}

  /** A detection of an abandoned cart. */
  public static DetectionCondition abandoned() {
    return detection("cart_abandoned");
  }

  /** A detection of any kind. */
  public static DetectionCondition detection(String kind) {
    return DetectionCondition.ofKind(kind);
  }

  /**
   * A record as a failed check shows it: a detection in the words of its conditions, anything else
   * as it is.
   */
  static String text(Object record) {
    if (!(record instanceof Detection detection)) {
      return String.valueOf(record);
    }
    return "%s of %s, detected %s, deadline %s, evidence %s from %s to %s, lines %s, value %s %s, stage %s, cause %s"
        .formatted(
            detection.getKind(),
            detection.getKey(),
            Moment.text(detection.getDetectedAt()),
            Moment.text(detection.getDeadlineAt()),
            detection.getEvidence(),
            Moment.text(detection.getFirstEvidenceAt()),
            Moment.text(detection.getLastEvidenceAt()),
            detection.getLines(),
            detection.getValue(),
            detection.getCurrency(),
            detection.getStage(),
            detection.getCause());
  }
}
