package io.floorwalker.oracle;

import io.floorwalker.schema.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that a job must write about a contact, no more and no less.
 *
 * @param kind stakeholder_stale, stakeholder_never_active or stakeholder_returned
 * @param phase OPENED, or CLOSED with what the opened row said
 * @param version 1 of the opened row, 2 of the closed one
 * @param step "1", "2" or "3" of stakeholder_stale; null of the others
 * @param key account_id|contact_id
 * @param at when it opened (the deadline, or the return) or closed, UTC ms
 * @param lastEvidenceAt time of the activity that it is counted from, UTC ms; of
 *     stakeholder_never_active the time since when the contact is watched
 * @param evidence the event id of that activity; empty where the roster says it
 * @param reason of a closed row: returned, removed, inactive or not_a_target; else null
 * @param detectionId the id under which every reader knows it, in every phase
 */
public record ExpectedStakeholder(
    String kind,
    Phase phase,
    int version,
    @Nullable String step,
    String key,
    long at,
    long lastEvidenceAt,
    List<String> evidence,
    @Nullable String reason,
    String detectionId) {

  public ExpectedStakeholder {
    evidence = List.copyOf(evidence);
  }

  /** The row that closes this one. */
  ExpectedStakeholder closed(long closedAt, String why) {
    return new ExpectedStakeholder(
        kind, Phase.CLOSED, 2, step, key, closedAt, lastEvidenceAt, evidence, why, detectionId);
  }
}
