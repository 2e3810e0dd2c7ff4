package io.floorwalker.detect.incident;

import io.floorwalker.schema.Detection;

/**
 * An incident that goes on.
 *
 * @param calm for so many minutes, up to now
 */
public record OpenIncident(RollUp rollUp, Detection opened, long calm) {

  OpenIncident afterMinute(boolean isCalm) {
    return new OpenIncident(rollUp, opened, isCalm ? calm + 1 : 0);
  }
}
