package io.floorwalker.detect.reopen;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item of a customer's intent took a turn.
 *
 * @param intent detection id of the abandonment
 * @param at milliseconds
 * @param event id of the change
 * @param receivedAt append time of the change, milliseconds
 */
public record ItemTurn(
    String key,
    String intent,
    Turn turn,
    String product,
    long at,
    String event,
    @Nullable Long receivedAt) {

  static ItemTurn of(LeftItem left, Turn turn, CustomerEvent change) {
    Instant received = change.getReceivedAt();
    return new ItemTurn(
        left.key(),
        left.intent(),
        turn,
        change.getStock().getProductId(),
        change.getOccurredAt().toEpochMilli(),
        change.getEventId(),
        received == null ? null : received.toEpochMilli());
  }

  boolean isOf(Detection abandoned) {
    return intent.equals(abandoned.getDetectionId());
  }

  /** What is told once in a while only. */
  String topic() {
    return turn.word() + " " + product;
  }
}
