package io.floorwalker.oracle;

import io.floorwalker.contract.Ids;

/**
 * Somebody whom an incident held back, at its end.
 *
 * @param session that of the struggle
 * @param at the end of the incident, UTC ms
 * @param step that of the struggle
 * @param incidentId detection id of the incident
 * @param decidingEvent that of the struggle
 */
public record ExpectedRecovery(
    String session, long at, String step, String incidentId, String decidingEvent) {

  /** The kind of every such detection. */
  public static final String KIND = "incident_recovered";

  /** The id under which every reader knows this detection. */
  public String detectionId() {
    return Ids.detection(KIND, step, decidingEvent);
  }
}
