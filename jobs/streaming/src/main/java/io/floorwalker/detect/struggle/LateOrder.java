package io.floorwalker.detect.struggle;

import io.floorwalker.detect.Latecomer;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;

/**
 * An order that came behind the watermark. It closes its session all the same.
 *
 * @param knownAt the watermark when it came, milliseconds: what is later is told of it in time
 */
public record LateOrder(String session, Latecomer order, long knownAt) {

  static LateOrder of(String session, CustomerEvent order, long watermark) {
    return new LateOrder(session, Latecomer.of(order), watermark);
  }

  /** Whether the struggle would not have been found had the order come in time. */
  boolean prevents(Detection struggle) {
    long at = struggle.getDetectedAt().toEpochMilli();
    return at <= knownAt && at > order.at();
  }
}
