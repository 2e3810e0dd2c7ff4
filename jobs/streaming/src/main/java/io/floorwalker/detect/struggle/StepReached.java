package io.floorwalker.detect.struggle;

import io.floorwalker.schema.CustomerEvent;
import org.jspecify.annotations.Nullable;

/**
 * A session sees a step of the checkout for the first time.
 *
 * @param at event time, milliseconds
 */
public record StepReached(
    String session,
    String site,
    String step,
    long at,
    @Nullable String release,
    @Nullable String deviceClass) {

  static StepReached of(String session, String step, CustomerEvent event) {
    SessionEvent.Origin origin = SessionEvent.Origin.of(event);
    return new StepReached(
        session,
        origin.site(),
        step,
        event.getOccurredAt().toEpochMilli(),
        origin.release(),
        origin.deviceClass());
  }
}
