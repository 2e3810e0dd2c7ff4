package io.floorwalker.detect.stakeholder;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of what was found out about committees. Times are milliseconds.
 *
 * @param startedAt when the job was started first; null in a bounded run
 */
record CommitteeRecords(Stamp stamp, @Nullable Long startedAt) {
  private static final long WARM_UP =
      TimeUnit.DAYS.toMillis(CommitteeRules.ACTIVE_DAYS) + CommitteeRules.LASTING;

  /**
   * What is known when trouble opens that an account has had for long.
   *
   * @param since it began
   * @param at it opened
   */
  record Lasting(String account, String site, long since, long at) {}

  /** The only contact of its role that could be asked fell silent, or the first of several. */
  Detection dark(String kind, Member member, Member.Turned turned) {
    Silence silence = turned.silence();
    Contact.Id id = new Contact.Id(member.account(), member.contact());
    Long receivedAt = silence.receivedAt();
    return opened(kind, new Lasting(id.account(), member.site(), silence.since(), turned.at()))
        .setDetectionId(silence.detectionId(kind, null, id))
        .setReason(turned.reason())
        .setLastEvidenceAt(Instant.ofEpochMilli(silence.since()))
        .setEvidence(silence.events())
        .setEvidenceReceivedAt(receivedAt == null ? null : Instant.ofEpochMilli(receivedAt))
        .setContactId(id.contact())
        .setCause(turned.role())
        .build();
  }

  /** It has been so for long: the id follows from when it began. */
  Detection lasting(String kind, Lasting lasting, @Nullable String cause, @Nullable Double score) {
    boolean isWarmUp = startedAt != null && lasting.at() < startedAt + WARM_UP;
    return opened(kind, lasting)
        .setDetectionId(id(kind, lasting.account(), lasting.since()))
        .setReason(isWarmUp ? StakeholderRecords.WARM_UP : null)
        .setLastEvidenceAt(Instant.ofEpochMilli(lasting.since()))
        .setCause(cause)
        .setScore(score)
        .build();
  }

  /** A comparison at the end of a day: the id follows from that. */
  Detection dropped(String kind, Lasting lasting, double ratio) {
    return opened(kind, lasting)
        .setDetectionId(id(kind, lasting.account(), lasting.at()))
        .setLastEvidenceAt(Instant.ofEpochMilli(lasting.at()))
        .setDeadlineAt(null)
        .setScore(ratio)
        .build();
  }

  static Detection closed(Detection open, long at, String reason) {
    return Detection.newBuilder(open)
        .setVersion(2)
        .setPhase(Phase.CLOSED)
        .setDetectedAt(Instant.ofEpochMilli(at))
        .setReason(reason)
        .build();
  }

  private Detection.Builder opened(String kind, Lasting lasting) {
    Instant at = Instant.ofEpochMilli(lasting.at());
    return Detection.newBuilder()
        .setKind(kind)
        .setPhase(Phase.OPENED)
        .setVersion(1)
        .setDetectedAt(at)
        .setDeadlineAt(at)
        .setFirstEvidenceAt(Instant.ofEpochMilli(lasting.since()))
        .setEvidence(List.of())
        .setSignalIds(List.of())
        .setLines(List.of())
        .setKey(lasting.account())
        .setAccountId(lasting.account())
        .setSite(lasting.site())
        .setRule(kind)
        .setRuleVersion(stamp.version(kind))
        .setJob(stamp.job());
  }

  private static String id(String kind, String account, long at) {
    return Ids.rosterDetection(kind, account, "", Instant.ofEpochMilli(at).toString(), null);
  }
}
