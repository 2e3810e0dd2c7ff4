package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A payment is declined twice, and none succeeds in between.
 *
 * <pre>{@code
 *            0m        1m        3m        4m59s999ms  5m
 * match      DECLINED  .         DECLINED
 * match      DECLINED  .         .         DECLINED
 * no match   DECLINED  .         .         .           DECLINED   half-open: too late
 * no match   DECLINED  PAID      DECLINED                         a success resets it
 * 2 matches  DECLINED  DECLINED  DECLINED  DECLINED               a decline is evidence once
 * }</pre>
 */
final class PaymentDeclined {
  static final Set<String> HEARS =
      Set.of(EventTypes.PAYMENT_DECLINED, EventTypes.PAYMENT_SUCCEEDED);

  static final String FIRST = "first decline";
  static final String SECOND = "second decline";
  private static final String SUCCEEDED = "succeeded";

  private static final Duration WITHIN = Duration.ofMinutes(5);

  private PaymentDeclined() {}

  static Pattern<SessionEvent, SessionEvent> pattern() {
    return Pattern.<SessionEvent>begin(FIRST, AfterMatchSkipStrategy.noSkip())
        .where(new OfType(EventTypes.PAYMENT_DECLINED))
        .notFollowedBy(SUCCEEDED)
        .where(new OfType(EventTypes.PAYMENT_SUCCEEDED))
        .followedBy(SECOND)
        .where(new OfType(EventTypes.PAYMENT_DECLINED))
        .within(WITHIN);
  }
}
