package io.floorwalker.oracle;

import io.floorwalker.contract.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An episode of struggle that a job must open, no more and no less.
 *
 * @param session the session_id, the key that the rule ran on
 * @param at time of the deciding signal, UTC ms
 * @param firstEvidenceAt time of the earliest evidence of the counted signals, UTC ms
 * @param lastEvidenceAt time of the newest of that evidence, UTC ms; earlier than {@code at} where
 *     an absence decides
 * @param step the step of the deciding signal; null before any
 * @param stage browse, cart, checkout or payment: the highest one at the deciding signal
 * @param cause the kind with the most points
 * @param scoreMilli the score in thousandths of a point
 * @param signalIds the counted signals in the order of scoring
 * @param evidence the event ids of those signals in their order, each once
 * @param decidingEventId the last evidence of the deciding signal
 */
public record ExpectedStruggle(
    String session,
    long at,
    long firstEvidenceAt,
    long lastEvidenceAt,
    @Nullable String step,
    String stage,
    String cause,
    long scoreMilli,
    List<String> signalIds,
    List<String> evidence,
    String decidingEventId) {

  /** The kind of every such detection. */
  public static final String KIND = "checkout_struggle";

  public ExpectedStruggle {
    signalIds = List.copyOf(signalIds);
    evidence = List.copyOf(evidence);
  }

  /** The id under which every reader knows this detection. */
  public String detectionId() {
    return Ids.detection(KIND, step, decidingEventId);
  }
}
