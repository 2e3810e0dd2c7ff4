package io.floorwalker.detect.reopen;

import io.floorwalker.detect.abandonment.CartActivity;
import io.floorwalker.schema.Detection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is heard of a customer: an intent was abandoned (or not so, where a correction takes that
 * back), an item of it took a turn, or, where neither is set, the customer came back.
 *
 * @param at milliseconds
 * @param id of the event or detection that says so
 */
public record LeftNews(
    String key, long at, String id, @Nullable Detection abandoned, @Nullable ItemTurn turn) {

  /** Who comes back at the deadline comes too late; who comes back with a change knows of it. */
  static final Comparator<LeftNews> WITHIN_A_MOMENT =
      Comparator.comparingInt(LeftNews::rank).thenComparing(LeftNews::id);

  static LeftNews of(Detection abandoned) {
    return new LeftNews(
        abandoned.getKey(),
        abandoned.getDetectedAt().toEpochMilli(),
        abandoned.getDetectionId(),
        abandoned,
        null);
  }

  static LeftNews cameBack(CartActivity activity) {
    return new LeftNews(activity.key(), activity.at(), activity.eventId(), null, null);
  }

  static LeftNews of(ItemTurn turn) {
    return new LeftNews(turn.key(), turn.at(), turn.event(), null, turn);
  }

  private int rank() {
    if (abandoned != null) {
      return 0;
    }
    return turn == null ? 1 : 2;
  }
}
