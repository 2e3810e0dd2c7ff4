package io.floorwalker.detect.incident;

import io.floorwalker.config.RuleVersions;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes incidents as the records of the contract, and marks struggles as part of one. */
record IncidentRecords(String job, RuleVersions versions) implements Serializable {
  static final String KIND = "incident";
  static final String RECOVERED_KIND = "incident_recovered";
  private static final String OUTAGE = "outage";
  private static final String RECOVERED = "recovered";

  /** Every incident names the sessions that it began with; of a large one the first. */
  private static final int EVIDENCE = 50;

  /** An incident that opens at the end of this minute by these struggles, which are in order. */
  Detection opened(RollUp rollUp, List<Trouble> troubles, Tally tally, long minuteEnd) {
    Trouble first = troubles.get(0);
    Trouble last = troubles.get(troubles.size() - 1);
    String id = Ids.detection(KIND, rollUp.step(), last.decidingEvent() + "|" + rollUp.key());
    return Detection.newBuilder()
        .setDetectionId(id)
        .setVersion(1)
        .setKind(KIND)
        .setPhase(Phase.OPENED)
        .setDetectedAt(Instant.ofEpochMilli(minuteEnd))
        .setFirstEvidenceAt(Instant.ofEpochMilli(first.at()))
        .setLastEvidenceAt(Instant.ofEpochMilli(last.at()))
        .setEvidenceReceivedAt(instant(last.receivedAt()))
        .setEvidence(troubles.stream().limit(EVIDENCE).map(Trouble::decidingEvent).toList())
        .setSignalIds(List.of())
        .setKey(rollUp.key())
        .setSite(rollUp.site())
        .setRelease(valueOf(Dimension.RELEASE, rollUp))
        .setDeviceClass(valueOf(Dimension.DEVICE, rollUp))
        .setStep(rollUp.step())
        .setField(valueOf(Dimension.FIELD, rollUp))
        .setCause(OUTAGE)
        .setScore(tally.share())
        .setIncidentId(id)
        .setLines(List.of())
        .setRule(KIND)
        .setRuleVersion(versions.of(KIND))
        .setJob(job)
        .build();
  }

  /** The end of an incident; its evidence stays that of its beginning. */
  Detection closed(Detection opened, long minuteEnd) {
    return Detection.newBuilder(opened)
        .setVersion(2)
        .setPhase(Phase.CLOSED)
        .setReason(RECOVERED)
        .setDetectedAt(Instant.ofEpochMilli(minuteEnd))
        .setEvidenceReceivedAt(null)
        .build();
  }

  /** Somebody whom the incident held back can go on. */
  Detection recovered(HeldBack.Held held, long minuteEnd) {
    Detection struggle = held.struggle();
    return Detection.newBuilder(struggle)
        .setDetectionId(Ids.detection(RECOVERED_KIND, struggle.getStep(), held.decidingEvent()))
        .setVersion(1)
        .setKind(RECOVERED_KIND)
        .setDetectedAt(Instant.ofEpochMilli(minuteEnd))
        .setEvidenceReceivedAt(null)
        .setReason(RECOVERED)
        .setRule(RECOVERED_KIND)
        .setRuleVersion(versions.of(RECOVERED_KIND))
        .build();
  }

  /** A struggle as part of an incident, or of none. */
  Detection marked(Detection struggle, @Nullable OpenIncident incident) {
    return Detection.newBuilder(struggle)
        .setIncidentId(incident == null ? null : incident.opened().getDetectionId())
        .build();
  }

  /** A struggle of which something else was said before. */
  Detection saidAgain(Detection struggle) {
    return Detection.newBuilder(struggle).setVersion(struggle.getVersion() + 1).build();
  }

  private static @Nullable String valueOf(Dimension dimension, RollUp rollUp) {
    return rollUp.dimension() == dimension ? rollUp.value() : null;
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
