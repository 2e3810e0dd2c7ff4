package io.floorwalker.detect.stakeholder;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.CustomerEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Since when nothing was heard of a contact, and by what evidence: an event, or a row of the roster
 * that knew of an activity or began a watch without any.
 *
 * @param since the last activity, or the begin of the watch where none is known; milliseconds
 * @param eventId the activity; null where a row is the evidence
 * @param receivedAt append time of the event, milliseconds; null where there is none
 * @param rosterVersion the row; empty where an event is the evidence
 */
public record Silence(
    long since,
    Evidence evidence,
    @Nullable String eventId,
    @Nullable Long receivedAt,
    String site,
    String rosterVersion) {

  /** How the begin of the silence is known. */
  public enum Evidence {
    /** An event was seen. */
    EVENT,
    /** The roster says when the contact was active last. */
    ROW,
    /** No activity is known; the contact has been watched since. */
    NONE
  }

  static final String STALE = "stakeholder_stale";
  static final String NEVER_ACTIVE = "stakeholder_never_active";

  static Silence after(CustomerEvent event) {
    Instant received = event.getReceivedAt();
    return new Silence(
        event.getOccurredAt().toEpochMilli(),
        Evidence.EVENT,
        event.getEventId(),
        received == null ? null : received.toEpochMilli(),
        event.getSite(),
        "");
  }

  static Silence after(RosterRow row, long lastActivityAt) {
    return new Silence(lastActivityAt, Evidence.ROW, null, null, row.site(), row.version());
  }

  static Silence unbroken(RosterRow row) {
    return new Silence(row.changedAt(), Evidence.NONE, null, null, row.site(), row.version());
  }

  boolean hasActivity() {
    return evidence != Evidence.NONE;
  }

  /** How many steps fall due in it. */
  int steps() {
    return hasActivity() ? 3 : 1;
  }

  String kind() {
    return hasActivity() ? STALE : NEVER_ACTIVE;
  }

  /** The step as a detection says it; null where the kind has none. */
  @Nullable String step(int step) {
    return hasActivity() ? Integer.toString(step) : null;
  }

  /** The id of what is found by this evidence. */
  String detectionId(String kind, @Nullable String step, Contact.Id contact) {
    return eventId != null
        ? Ids.detection(kind, step, eventId)
        : Ids.rosterDetection(kind, contact.account(), contact.contact(), rosterVersion, step);
  }

  List<String> events() {
    return eventId == null ? List.of() : List.of(eventId);
  }
}
