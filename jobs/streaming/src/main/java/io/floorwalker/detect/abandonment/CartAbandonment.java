package io.floorwalker.detect.abandonment;

import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * A cart nobody comes back to.
 *
 * <pre>{@code
 *            0m     10m    29m    30m    40m
 * match      ADDED   .      .     fires            evidence + 30 min
 * match      ADDED  ADDED   .      .    fires      the clock restarts
 * no match   ADDED   .    ORDERED
 * no match   ADDED   .    EMPTIED
 * match      ADDED   .      .    ORDERED           half-open: too late
 * }</pre>
 *
 * The activity itself stands in the negative part: without it, three adds would alert three times.
 */
public final class CartAbandonment {
  /** The last activity before the silence. */
  static final String LAST_ACTIVITY = "last activity";

  static final String ANYTHING_MORE = "anything more";

  private CartAbandonment() {}

  public static Pattern<CartActivity, CartActivity> within(Duration silence) {
    return Pattern.<CartActivity>begin(LAST_ACTIVITY, AfterMatchSkipStrategy.noSkip())
        .where(SimpleCondition.of(activity -> !activity.ended()))
        .notFollowedBy(ANYTHING_MORE)
        .where(SimpleCondition.of(activity -> true))
        .within(silence);
  }
}
