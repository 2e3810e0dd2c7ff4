package io.floorwalker.detect.struggle;

import io.floorwalker.detect.Latecomer;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import java.time.Duration;

/**
 * An order that came behind the watermark. It closes its session all the same.
 *
 * @param at when it takes effect, milliseconds
 * @param beforeNumbers it stands in front of what takes effect with it
 * @param knownAt the watermark when it came, milliseconds
 */
public record LateOrder(
    String session, Latecomer order, long at, boolean beforeNumbers, long knownAt) {

  static LateOrder of(
      String session, CustomerEvent order, Visit visit, Duration disorder, long watermark) {
    boolean numbered = visit.number() > 0;
    Latecomer late = Latecomer.of(order);
    return new LateOrder(
        session, late, late.at() + (numbered ? disorder.toMillis() : 0), numbered, watermark);
  }

  /** Whether the struggle would not have been found had the order come in time. */
  boolean prevents(Detection struggle) {
    long found = struggle.getDetectedAt().toEpochMilli();
    boolean ofSilence = struggle.getLastEvidenceAt().isBefore(struggle.getDetectedAt());
    return found > at || (found == at && beforeNumbers && !ofSilence);
  }
}
