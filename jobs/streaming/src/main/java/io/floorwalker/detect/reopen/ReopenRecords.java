package io.floorwalker.detect.reopen;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** Writes what may bring customers back as records of the contract. */
record ReopenRecords(String job, String ruleVersion) implements Serializable {
  static final String KIND = "intent_reopened";

  /**
   * Of the customer, visit and place of the abandonment, with its value and the lines of the item.
   * One change may reopen the intents of many, so its id alone would not name the detection.
   */
  Detection opened(Detection abandoned, ItemTurn turn) {
    Instant at = Instant.ofEpochMilli(turn.at());
    List<String> evidence = abandoned.getEvidence();
    return Detection.newBuilder(abandoned)
        .setDetectionId(Ids.detection(KIND, "", turn.event() + "|" + turn.key()))
        .setVersion(1)
        .setKind(KIND)
        .setReason(null)
        .setDetectedAt(at)
        .setDeadlineAt(null)
        .setFirstEvidenceAt(abandoned.getLastEvidenceAt())
        .setLastEvidenceAt(at)
        .setEvidenceReceivedAt(
            turn.receivedAt() == null ? null : Instant.ofEpochMilli(turn.receivedAt()))
        .setEvidence(List.of(evidence.get(evidence.size() - 1), turn.event()))
        .setCause(turn.turn().word())
        .setLines(
            abandoned.getLines().stream()
                .filter(line -> LeftIntent.product(line).equals(turn.product()))
                .toList())
        .setRule(KIND)
        .setRuleVersion(ruleVersion)
        .setJob(job)
        .build();
  }

  /** Takes back what was said of an intent of which it turns out that nobody had left it. */
  Detection takenBack(Detection said, Detection retraction) {
    return Detection.newBuilder(said)
        .setVersion(said.getVersion() + 1)
        .setPhase(Phase.RETRACTED)
        .setReason(retraction.getReason())
        .setFirstEvidenceAt(retraction.getFirstEvidenceAt())
        .setLastEvidenceAt(retraction.getLastEvidenceAt())
        .setEvidenceReceivedAt(retraction.getEvidenceReceivedAt())
        .setEvidence(retraction.getEvidence())
        .build();
  }
}
