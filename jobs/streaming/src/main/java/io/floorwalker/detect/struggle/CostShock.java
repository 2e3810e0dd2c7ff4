package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A cost is shown, and the shopper goes back or leaves.
 *
 * <pre>{@code
 *                             0s    10s    19s999ms  20s
 * match                       COST  LEFT
 * match                       COST  CART
 * match      ADDR  PAY        COST  ADDR                     back to a step of before
 * match                       COST  .      LEFT
 * no match                    COST  .      .         LEFT    half-open: too late
 * no match   ADDR             COST  PAY                      on to the next step
 * no match   ADDR             COST  ADDR                     the present step, shown again
 * }</pre>
 */
final class CostShock {
  static final Set<String> HEARS =
      Set.of(
          EventTypes.COST_SHOWN,
          EventTypes.CHECKOUT_STEP_LEFT,
          EventTypes.CART_VIEWED,
          EventTypes.CHECKOUT_STEP_VIEWED);

  static final String COST = "cost";
  static final String FLIGHT = "flight";

  private static final Duration WITHIN = Duration.ofSeconds(20);

  private CostShock() {}

  static Pattern<SessionEvent, SessionEvent> pattern() {
    return Pattern.<SessionEvent>begin(COST, AfterMatchSkipStrategy.noSkip())
        .where(new OfType(EventTypes.COST_SHOWN))
        .followedBy(FLIGHT)
        .where(new GoesBackOrLeaves())
        .within(WITHIN);
  }
}
