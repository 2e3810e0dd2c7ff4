package io.floorwalker.decisions;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Occasion;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is to reach somebody after a decision. */
final class ActionDraft {
  private final Decision decision;
  private final Detection detection;

  ActionDraft(Decision decision, Detection detection) {
    this.decision = decision;
    this.detection = detection;
  }

  /** Empty where nobody is known whom the treatment could reach. */
  Optional<Action> with(Treatment treatment, @Nullable Representatives known) {
    return treatment.route().addressee().of(detection, known).map(to -> action(treatment, to));
  }

  private Action action(Treatment treatment, String recipient) {
    Instant at = decision.getDecidedAt();
    return Action.newBuilder()
        .setActionId(
            Ids.action(
                detection.getDetectionId(), treatment.name(), recipient, decision.getAttempt()))
        .setChangedAt(at)
        .setCreatedAt(at)
        .setStatus("planned")
        .setDecisionId(decision.getDecisionId())
        .setDetectionId(detection.getDetectionId())
        .setTreatment(treatment.name())
        .setChannel(treatment.channel())
        .setAudience(treatment.route().audience())
        .setPurpose(treatment.purpose())
        .setSite(detection.getSite())
        .setCustomerKey(detection.getCustomerKey())
        .setAccountId(detection.getAccountId())
        .setContactId(detection.getContactId())
        .setRecipientRef(recipient)
        .setScheduledAt(at)
        .setExpiresAt(at.plus(treatment.expiry()))
        .setReason(Reason.of(detection))
        .setThreadKey(treatment.reachesCustomer() ? null : detection.getAccountId())
        .setEvidenceReceivedAt(detection.getEvidenceReceivedAt())
        .setRuleVersion(decision.getRuleVersion())
        .setJob(decision.getJob())
        .setOccasion(occasion())
        .build();
  }

  private Occasion occasion() {
    return Occasion.newBuilder()
        .setKind(detection.getKind())
        .setDetectedAt(detection.getDetectedAt())
        .setFirstEvidenceAt(detection.getFirstEvidenceAt())
        .setLastEvidenceAt(detection.getLastEvidenceAt())
        .setStage(detection.getStage())
        .setStep(detection.getStep())
        .setField(detection.getField())
        .setCause(detection.getCause())
        .setScore(detection.getScore())
        .setValue(detection.getValue())
        .setCurrency(detection.getCurrency())
        .build();
  }
}
