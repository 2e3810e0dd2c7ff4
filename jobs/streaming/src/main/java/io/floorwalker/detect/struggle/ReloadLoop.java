package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A page of the checkout is reloaded three times.
 *
 * <pre>{@code
 *                       0s    20s   40s   59s999ms  1m
 * match      CHECKOUT   PAY   PAY   PAY
 * match      CHECKOUT   PAY   PAY   .     PAY
 * no match   CHECKOUT   PAY   PAY   .     .         PAY    half-open: too late
 * no match   CHECKOUT   PAY   SHIP  PAY                    two of one, one of the other
 * no match   CART       PAY   PAY   PAY                    the checkout has not begun
 * }</pre>
 */
final class ReloadLoop {
  static final Set<String> HEARS = Set.of(EventTypes.PAGE_RELOADED);

  static final String FIRST = "first reload";
  static final String SECOND = "second reload";
  static final String THIRD = "third reload";

  private static final Duration WITHIN = Duration.ofMinutes(1);

  private ReloadLoop() {}

  static Pattern<SessionEvent, SessionEvent> pattern() {
    return Pattern.<SessionEvent>begin(FIRST, AfterMatchSkipStrategy.noSkip())
        .where(new ReloadsCheckout())
        .followedBy(SECOND)
        .where(new SamePage(FIRST))
        .followedBy(THIRD)
        .where(new SamePage(FIRST))
        .within(WITHIN);
  }
}
