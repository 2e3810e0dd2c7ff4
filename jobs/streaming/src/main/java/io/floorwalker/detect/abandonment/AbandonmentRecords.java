package io.floorwalker.detect.abandonment;

import io.floorwalker.config.RuleVersions;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/** Makes the detections of a job. Every time in them is computed from evidence. */
record AbandonmentRecords(String job, RuleVersions versions) implements Serializable {

  /** Of an intent that a correction says was left, after its deadline. */
  Detection openedAnew(IntentNews news, int version) {
    if (news.last() == null) {
      throw new IllegalArgumentException("news of %s without activity".formatted(news.intent()));
    }
    Detection detection = opened(news.last(), news.deadline(), news.why());
    detection.setVersion(version);
    return detection;
  }

  /** Of an intent with this last activity; the deadline in milliseconds. */
  Detection opened(CartActivity last, long deadline, Why why) {
    Instant due = Instant.ofEpochMilli(deadline);
    CartActivity.Origin origin = last.origin();
    String kind = last.stage().detectionKind();
    return Detection.newBuilder()
        .setDetectionId(Ids.detection(kind, "", last.eventId()))
        .setVersion(1)
        .setKind(kind)
        .setPhase(Phase.OPENED)
        .setDetectedAt(due)
        .setDeadlineAt(due)
        .setFirstEvidenceAt(Instant.ofEpochMilli(last.openedAt()))
        .setLastEvidenceAt(Instant.ofEpochMilli(last.at()))
        .setEvidenceReceivedAt(
            origin.receivedAt() == null ? null : Instant.ofEpochMilli(origin.receivedAt()))
        .setEvidence(why.evidence())
        .setSignalIds(List.of())
        .setKey(last.key())
        .setCustomerKey(origin.customerKey())
        .setSessionId(origin.sessionId())
        .setAccountId(origin.accountId())
        .setContactId(origin.contactId())
        .setSite(origin.site())
        .setRelease(origin.release())
        .setDeviceClass(origin.deviceClass())
        .setStage(last.stage().word())
        .setCause(why.cause())
        .setLines(last.lines())
        .setValue(last.value())
        .setCurrency(last.currency())
        .setRule(kind)
        .setRuleVersion(versions.of(kind))
        .setJob(job)
        .build();
  }
}
