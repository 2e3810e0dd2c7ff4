package io.floorwalker.oracle;

import io.floorwalker.contract.Ids;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A detection that a job must open, no more and no less.
 *
 * @param kind the kind of the detection
 * @param key the key that the rule ran on
 * @param detectedAt last evidence + T, UTC ms; the deadline too
 * @param firstEvidenceAt time of the first activity of the intent, UTC ms
 * @param lastEvidenceAt time of the last activity of the intent, UTC ms
 * @param decidingEventId event id of the last activity
 * @param lines {@code <product_id> x<quantity>} in the order in which they came into the cart
 * @param value sum of price x quantity, scale 4; null when the cart has no known line or one
 *     without a price
 * @param currency currency of the last priced line
 * @param stage the highest stage of the intent
 * @param cause why it was left, {@code unknown} where nothing shows it
 * @param evidence ids of at most three events that show the cause, then the last activity
 */
public record ExpectedDetection(
    String kind,
    String key,
    long detectedAt,
    long firstEvidenceAt,
    long lastEvidenceAt,
    String decidingEventId,
    List<String> lines,
    @Nullable BigDecimal value,
    @Nullable String currency,
    String stage,
    String cause,
    List<String> evidence) {

  /** The id under which every reader knows this detection. */
  public String detectionId() {
    return Ids.detection(kind, "", decidingEventId);
  }
}
