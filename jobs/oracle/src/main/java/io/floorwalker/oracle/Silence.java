package io.floorwalker.oracle;

import io.floorwalker.contract.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known to be the last activity of a contact: an event, or what a row of the roster says.
 * Of a contact that never was active: the row with which the watch began.
 *
 * @param since UTC ms
 * @param eventId null where the roster says it
 * @param rosterVersion null where an event says it
 */
record Silence(long since, @Nullable String eventId, @Nullable String rosterVersion) {

  static Silence afterEvent(long since, String eventId) {
    return new Silence(since, eventId, null);
  }

  static Silence saidBy(String rosterVersion, long since) {
    return new Silence(since, null, rosterVersion);
  }

  /** In UTC. */
  LocalDate day() {
    return Instant.ofEpochMilli(since).atZone(ZoneOffset.UTC).toLocalDate();
  }

  List<String> evidence() {
    return eventId == null ? List.of() : List.of(eventId);
  }

  String detectionId(String kind, @Nullable String step, String account, String contact) {
    return eventId != null
        ? Ids.detection(kind, step, eventId)
        : Ids.rosterDetection(
            kind, account, contact, rosterVersion == null ? "" : rosterVersion, step);
  }
}
