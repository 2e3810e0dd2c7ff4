package io.floorwalker.oracle;

import io.floorwalker.contract.Ids;
import java.util.List;

/**
 * An intent that a job must say was reopened, no more and no less.
 *
 * @param key the key of the abandoned intent
 * @param at time of the change, UTC ms
 * @param cause price_drop, back_in_stock or low_stock
 * @param lines of the item, as they were left
 * @param evidence the last activity of the intent, then the change
 */
public record ExpectedReopening(
    String key, long at, String cause, List<String> lines, List<String> evidence) {

  /** The kind of every such detection. */
  public static final String KIND = "intent_reopened";

  public ExpectedReopening {
    lines = List.copyOf(lines);
    evidence = List.copyOf(evidence);
  }

  /** The id under which every reader knows this detection. */
  public String detectionId() {
    return Ids.detection(KIND, "", evidence.get(1) + "|" + key);
  }
}
