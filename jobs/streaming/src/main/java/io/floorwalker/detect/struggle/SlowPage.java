package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A page of the checkout that shows or answers slowly. Beyond 4000 ms of largest contentful paint
 * (LCP) or 500 ms from an interaction to the next paint (INP):
 *
 * <pre>{@code
 * match      CHECKOUT  LCP 4001
 * match      PAYMENT   INP 501
 * no match   CHECKOUT  LCP 4000, INP 500     not beyond
 * no match   CART      LCP 9000              nobody pays there
 * }</pre>
 */
final class SlowPage {
  static final Set<String> HEARS = Set.of(EventTypes.PAGE_VITALS);

  static final String SLOW = "slow";

  /** One event lasts no time; a pattern without a bound is not allowed. */
  private static final Duration WITHIN = Duration.ofMillis(1);

  private SlowPage() {}

  static Pattern<SessionEvent, SessionEvent> pattern(SignRules rules) {
    return Pattern.<SessionEvent>begin(SLOW, AfterMatchSkipStrategy.noSkip())
        .where(new IsSlowInCheckout(rules.slowFrom()))
        .within(WITHIN);
  }
}
