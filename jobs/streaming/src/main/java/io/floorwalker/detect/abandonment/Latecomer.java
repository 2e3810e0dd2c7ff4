package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that came behind the watermark, as what it takes back names it.
 *
 * @param at event time, milliseconds
 * @param receivedAt when it was appended to the log, milliseconds
 * @param reason the word in records and tables
 */
public record Latecomer(String eventId, long at, @Nullable Long receivedAt, String reason) {

  static Latecomer of(CustomerEvent event) {
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
}
