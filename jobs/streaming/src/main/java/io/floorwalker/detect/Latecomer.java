package io.floorwalker.detect;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that came behind the watermark, as what it takes back names it.
 *
 * @param at event time, milliseconds
 * @param receivedAt when it was appended to the log, milliseconds
 * @param reason the word in records and tables
 */
public record Latecomer(String eventId, long at, @Nullable Long receivedAt, String reason) {

  /** The event, and the reason that its type gives. */
  public static Latecomer of(CustomerEvent event) {
    return new Latecomer(
        event.getEventId(),
        event.getOccurredAt().toEpochMilli(),
        event.getReceivedAt() == null ? null : event.getReceivedAt().toEpochMilli(),
        switch (event.getType()) {
          case EventTypes.ORDER_PLACED -> "late_order";
          case EventTypes.IDENTITY_LINKED -> "late_sign_in";
          default -> "late_activity";
        });
  }

  /**
   * Takes a detection back, in the next version. It stands at the same time: that is when something
   * untrue was said. Its evidence is this event.
   */
  public Detection takesBack(Detection opened) {
    Instant happened = Instant.ofEpochMilli(at);
    return Detection.newBuilder(opened)
        .setVersion(opened.getVersion() + 1)
        .setPhase(Phase.RETRACTED)
        .setReason(reason)
        .setFirstEvidenceAt(happened)
        .setLastEvidenceAt(happened)
        .setEvidenceReceivedAt(receivedAt == null ? null : Instant.ofEpochMilli(receivedAt))
        .setEvidence(List.of(eventId))
        .build();
  }
}
