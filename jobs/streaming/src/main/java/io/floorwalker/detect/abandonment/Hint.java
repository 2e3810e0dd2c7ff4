package io.floorwalker.detect.abandonment;

import io.floorwalker.schema.CustomerEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event that may tell why an intent will be left.
 *
 * @param about the product or the field; null where the event names none
 * @param at event time, milliseconds
 */
public record Hint(Cause cause, @Nullable String about, long at, String eventId) {

  static Hint of(Cause cause, @Nullable String about, CustomerEvent event) {
    return new Hint(cause, about, event.getOccurredAt().toEpochMilli(), event.getEventId());
  }

  boolean isAbout(@Nullable String other) {
    return about == null ? other == null : about.equals(other);
  }
}
