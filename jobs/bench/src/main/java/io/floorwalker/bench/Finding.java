package io.floorwalker.bench;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Signal;

/**
 * Something that was found.
 *
 * @param id derived from the evidence, so that every contender and the oracle give the same
 */
public record Finding(String kind, String id) {

  static Finding of(Signal signal) {
    return new Finding(signal.getKind(), signal.getSignalId());
  }

  static Finding of(Detection detection) {
    return new Finding(detection.getKind(), detection.getDetectionId());
  }
}
