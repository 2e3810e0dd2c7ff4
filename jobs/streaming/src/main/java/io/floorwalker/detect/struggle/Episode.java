package io.floorwalker.detect.struggle;

import io.floorwalker.schema.Detection;
import org.jspecify.annotations.Nullable;

/**
 * A struggle that was opened, and what of its deciding event does not stand in the detection.
 *
 * @param decidingEvent the event id of the last evidence
 * @param code what the payment provider said at the deciding event, where it was about a payment
 */
public record Episode(Detection detection, String decidingEvent, @Nullable String code) {

  static Episode of(Sign deciding, Detection detection) {
    return new Episode(detection, deciding.last().eventId(), deciding.last().target().code());
  }

  /** The same, as it was said. */
  public Episode as(Detection said) {
    return new Episode(said, decidingEvent, code);
  }
}
