package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.Latecomer;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.schema.StakeholderActivity;
import io.floorwalker.source.RosterChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of what was found out about contacts.
 *
 * @param startedAt when the job was started first, milliseconds; what became true before it has
 *     watched for L was found too early; null in a bounded run
 */
record StakeholderRecords(Stamp stamp, Patience patience, @Nullable Long startedAt) {
  static final String WARM_UP = "warm_up";

  Notice notice(Finding finding, int version) {
    Latecomer late = finding.late();
    Detection detection =
        late == null
            ? detection(finding, version)
            : late.takesBack(detection(finding, version - 1));
    return Notice.found(detection, finding.rowAt());
  }

  private Detection detection(Finding finding, int version) {
    Contact.Id id = finding.contact().id();
    Silence evidence = finding.evidence();
    Instant last = Instant.ofEpochMilli(evidence.since());
    RosterRow row = finding.contact().row();
    return Detection.newBuilder()
        .setDetectionId(finding.id())
        .setVersion(version)
        .setKind(finding.kind())
        .setPhase(finding.phase())
        .setDetectedAt(Instant.ofEpochMilli(finding.at()))
        .setDeadlineAt(instant(finding.deadlineAt()))
        .setReason(reason(finding))
        .setFirstEvidenceAt(last)
        .setLastEvidenceAt(last)
        .setEvidence(evidence.events())
        .setEvidenceReceivedAt(instant(evidence.receivedAt()))
        .setSignalIds(List.of())
        .setKey(RosterChange.key(id.account(), id.contact()))
        .setAccountId(id.account())
        .setContactId(id.contact())
        .setSite(row == null || row.site().isEmpty() ? evidence.site() : row.site())
        .setStep(finding.step())
        .setCause(row == null ? null : row.role())
        .setLines(List.of())
        .setRule(finding.kind())
        .setRuleVersion(stamp.version(finding.kind()))
        .setJob(stamp.job())
        .build();
  }

  StakeholderActivity activity(Turn.Report report) {
    Contact contact = report.contact();
    Silence silence = contact.silence();
    RosterRow row = contact.row();
    long next = contact.nextStep(patience);
    return StakeholderActivity.newBuilder()
        .setAccountId(contact.id().account())
        .setContactId(contact.id().contact())
        .setChangedAt(Instant.ofEpochMilli(report.standing().at()))
        .setState(report.standing().state())
        .setLastActivityAt(
            silence != null && silence.hasActivity() ? Instant.ofEpochMilli(silence.since()) : null)
        .setDeadlineAt(next == Contact.NEVER ? null : Instant.ofEpochMilli(next))
        .setRole(row == null ? null : row.role())
        .setTier(row == null ? null : row.tier())
        .setRuleVersion(stamp.version(Silence.STALE))
        .setJob(stamp.job())
        .build();
  }

  /** Why it closed; of what opened, whether it was found too early. */
  @Nullable String reason(Finding finding) {
    return finding.phase() == Phase.OPENED && isWarmUp(finding) ? WARM_UP : finding.reason();
  }

  private boolean isWarmUp(Finding finding) {
    RosterRow row = finding.contact().row();
    boolean isKnownByRoster = row != null && row.lastActivityAt() != null;
    return startedAt != null
        && !isKnownByRoster
        && finding.at() < patience.due(startedAt, 1, finding.contact());
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
