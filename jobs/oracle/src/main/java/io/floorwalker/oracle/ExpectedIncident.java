package io.floorwalker.oracle;

import io.floorwalker.contract.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident that a job must open and close, no more and no less.
 *
 * @param key site|dimension|step, and the value of the dimension
 * @param openedAt the end of the minute that opened it, UTC ms
 * @param closedAt the end of the minute that closed it, UTC ms; null while it is open
 * @param firstEvidenceAt time of the earliest struggle in the window, UTC ms
 * @param lastEvidenceAt time of the latest, UTC ms
 * @param share of the sessions that struggled when it opened
 * @param evidence the deciding events of the struggles in the window, in order, at most 50
 * @param lastDecidingEvent that of the latest struggle
 */
public record ExpectedIncident(
    String key,
    String step,
    long openedAt,
    @Nullable Long closedAt,
    long firstEvidenceAt,
    long lastEvidenceAt,
    double share,
    List<String> evidence,
    String lastDecidingEvent) {

  /** The kind of every such detection. */
  public static final String KIND = "incident";

  public ExpectedIncident {
    evidence = List.copyOf(evidence);
  }

  /** The id under which every reader knows this detection; the incident_id of its struggles. */
  public String detectionId() {
    return Ids.detection(KIND, step, lastDecidingEvent + "|" + key);
  }

  ExpectedIncident closed(long at) {
    return new ExpectedIncident(
        key,
        step,
        openedAt,
        at,
        firstEvidenceAt,
        lastEvidenceAt,
        share,
        evidence,
        lastDecidingEvent);
  }

  boolean isOpen() {
    return closedAt == null;
  }

  boolean isOpenAt(long at) {
    return openedAt <= at && (closedAt == null || at < closedAt);
  }
}
