package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Between two steps of the checkout, there and back and there again.
 *
 * <pre>{@code
 *            0m    1m    2m    2m30s  2m59s999ms  3m
 * match      SHIP  PAY   SHIP  PAY
 * match      SHIP  PAY   SHIP  .      PAY
 * no match   SHIP  PAY   SHIP  .      .           PAY    half-open: too late
 * no match   SHIP  PAY   SHIP  DONE                      once back is no more than a correction
 * no match   SHIP  SHIP  SHIP  SHIP                      a step that is shown again
 * match      ADDR  SHIP  PAY   SHIP   PAY                said at the fourth, whatever began before
 * }</pre>
 */
final class StepBackAndForth {
  static final Set<String> HEARS = Set.of(EventTypes.CHECKOUT_STEP_VIEWED);

  static final String HERE = "here";
  static final String THERE = "there";
  static final String BACK = "back";
  static final String THERE_AGAIN = "there again";

  private static final Duration WITHIN = Duration.ofMinutes(3);

  private StepBackAndForth() {}

  static Pattern<SessionEvent, SessionEvent> pattern() {
    return Pattern.<SessionEvent>begin(HERE, AfterMatchSkipStrategy.noSkip())
        .where(ViewsStep.any())
        .followedBy(THERE)
        .where(ViewsStep.otherThan(HERE))
        .followedBy(BACK)
        .where(ViewsStep.sameAs(HERE))
        .followedBy(THERE_AGAIN)
        .where(ViewsStep.sameAs(THERE))
        .within(WITHIN);
  }
}
