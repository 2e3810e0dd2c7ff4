package io.floorwalker.detect.struggle;

import io.floorwalker.config.RuleVersions;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.schema.Signal;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes signs and episodes as the records of the contract. */
record StruggleRecords(String job, RuleVersions versions) implements Serializable {
  static final String KIND = "checkout_struggle";

  Signal signal(Sign sign) {
    SessionEvent last = sign.last();
    return Signal.newBuilder()
        .setSignalId(sign.id())
        .setOccurredAt(Instant.ofEpochMilli(sign.at()))
        .setKind(sign.kind().word())
        .setSessionId(last.session())
        .setCustomerKey(last.origin().customerKey())
        .setSite(last.origin().site())
        .setStep(sign.step())
        .setElement(sign.element())
        .setField(sign.field())
        .setPage(last.target().page())
        .setRelease(last.origin().release())
        .setDeviceClass(last.origin().deviceClass())
        .setWeight(sign.kind().weight())
        .setEvidence(sign.evidence())
        .setRuleVersion(versions.of(KIND))
        .setJob(job)
        .build();
  }

  /** The detection of an episode that the sign opened. */
  Detection detection(Sign sign, Score score) {
    SessionEvent last = sign.last();
    SessionEvent.Origin origin = last.origin();
    List<Sign> counted = score.counted();
    return Detection.newBuilder()
        .setDetectionId(Ids.detection(KIND, sign.step(), last.eventId()))
        .setVersion(1)
        .setKind(KIND)
        .setPhase(Phase.OPENED)
        .setDetectedAt(Instant.ofEpochMilli(sign.at()))
        .setFirstEvidenceAt(
            Instant.ofEpochMilli(
                counted.stream().mapToLong(Sign::firstAt).min().orElse(sign.firstAt())))
        .setLastEvidenceAt(
            Instant.ofEpochMilli(
                counted.stream()
                    .mapToLong(Sign::lastEvidenceAt)
                    .max()
                    .orElse(sign.lastEvidenceAt())))
        .setEvidenceReceivedAt(instant(origin.receivedAt()))
        .setEvidence(counted.stream().flatMap(one -> one.evidence().stream()).distinct().toList())
        .setSignalIds(counted.stream().map(Sign::id).toList())
        .setKey(last.session())
        .setCustomerKey(origin.customerKey())
        .setSessionId(last.session())
        .setAccountId(origin.accountId())
        .setContactId(origin.contactId())
        .setSite(origin.site())
        .setRelease(origin.release())
        .setDeviceClass(origin.deviceClass())
        .setStage(last.place().stage().word())
        .setStep(sign.step())
        .setField(sign.field() == null ? sign.element() : sign.field())
        .setCause(score.cause())
        .setScore(score.milliPoints() / 1000.0)
        .setLines(List.of())
        .setRule(KIND)
        .setRuleVersion(versions.of(KIND))
        .setJob(job)
        .build();
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
