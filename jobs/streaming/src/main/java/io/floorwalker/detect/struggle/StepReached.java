package io.floorwalker.detect.struggle;

import io.floorwalker.schema.CustomerEvent;
import org.jspecify.annotations.Nullable;

/**
 * A session sees a step of the checkout for the first time.
 *
 * @param at effective time, milliseconds
 */
public record StepReached(
    String session,
    String site,
    String step,
    long at,
    @Nullable String release,
    @Nullable String deviceClass) {

  static StepReached of(String session, String step, CustomerEvent event, long at) {
    SessionEvent.Origin origin = SessionEvent.Origin.of(event);
    return new StepReached(
        session, origin.site(), step, at, origin.release(), origin.deviceClass());
  }
}
