package io.floorwalker.detect.abandonment;

import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * An intent nobody comes back to, at one stage of the ladder. With the cart's 30 min:
 *
 * <pre>{@code
 *            0m     10m      29m    30m    40m
 * match      ADDED   .        .     fires            evidence + 30 min
 * match      ADDED  ADDED     .      .    fires      the clock restarts
 * no match   ADDED   .      ORDERED
 * no match   ADDED   .      EMPTIED
 * no match   ADDED  CHECKOUT  .      .      .        it is the checkout's now
 * match      ADDED   .        .    ORDERED           half-open: too late
 * }</pre>
 *
 * With the payment's 15 min:
 *
 * <pre>{@code
 *            0m       10m      15m      25m
 * match      STARTED   .       fires              evidence + 15 min
 * no match   STARTED  PENDING   .        .        nobody can do anything meanwhile
 * match      STARTED  DECLINED  .       fires
 * }</pre>
 *
 * With the browse's 60 min, three views of one category (the third at 5m):
 *
 * <pre>{@code
 *            5m      64m     65m
 * match      VIEWED   .      fires              evidence + 60 min
 * match      VIEWED  VIEWED   .      .   fires  the clock restarts
 * no match   VIEWED  ADDED    .      .          it is the cart's now
 * }</pre>
 *
 * The activity itself stands in the negative part: without it, three adds would alert three times.
 */
public final class Abandonment {
  /** The last activity before the silence. */
  static final String LAST_ACTIVITY = "last activity";

  static final String ANYTHING_MORE = "anything more";

  /** Where a patience holds. */
  interface Sites extends Serializable {
    boolean include(String site);
  }

  private Abandonment() {}

  /** Silence of so long behind an activity of an intent that has come to this stage. */
  public static Pattern<CartActivity, CartActivity> at(Stage stage, Duration silence) {
    return at(stage, silence, site -> true);
  }

  /** The same behind an activity at some sites; whatever follows at any site breaks the silence. */
  static Pattern<CartActivity, CartActivity> at(Stage stage, Duration silence, Sites sites) {
    return Pattern.<CartActivity>begin(LAST_ACTIVITY, AfterMatchSkipStrategy.noSkip())
        .where(SimpleCondition.of(activity -> activity.falls(stage)))
        .where(SimpleCondition.of(activity -> sites.include(activity.origin().site())))
        .notFollowedBy(ANYTHING_MORE)
        .where(SimpleCondition.of(activity -> true))
        .within(silence);
  }
}
