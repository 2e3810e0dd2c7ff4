package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Coupons are denied twice, and none is applied in between.
 *
 * <pre>{@code
 *            0m      1m      2m      2m59s999ms  3m
 * match      DENIED  .       DENIED
 * match      DENIED  .       .       DENIED
 * no match   DENIED  .       .       .           DENIED   half-open: too late
 * no match   DENIED  APPLIED DENIED                       a success resets it
 * }</pre>
 */
final class CouponDenied {
  static final Set<String> HEARS = Set.of(EventTypes.COUPON_DENIED, EventTypes.COUPON_APPLIED);

  static final String FIRST = "first denial";
  static final String SECOND = "second denial";
  private static final String APPLIED = "applied";

  private static final Duration WITHIN = Duration.ofMinutes(3);

  private CouponDenied() {}

  static Pattern<SessionEvent, SessionEvent> pattern() {
    return Pattern.<SessionEvent>begin(FIRST, AfterMatchSkipStrategy.noSkip())
        .where(new OfType(EventTypes.COUPON_DENIED))
        .notFollowedBy(APPLIED)
        .where(new OfType(EventTypes.COUPON_APPLIED))
        .followedBy(SECOND)
        .where(new OfType(EventTypes.COUPON_DENIED))
        .within(WITHIN);
  }
}
