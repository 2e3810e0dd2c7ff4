package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * The same field of a form is refused three times, and the step is not completed in between.
 *
 * <pre>{@code
 *            0s     30s    60s    90s    1m59s999ms  2m
 * match      ZIP    ZIP    ZIP
 * match      ZIP    ZIP    .      .      ZIP
 * no match   ZIP    ZIP    .      .      .           ZIP    half-open: too late
 * no match   ZIP    ZIP    EMAIL                            two of one, one of the other
 * no match   ZIP    ZIP    DONE   ZIP                       a success resets the loop
 * match      EMAIL  ZIP    ZIP    ZIP                       said at the third, whatever began before
 * match      EMAIL  ZIP    EMAIL  ZIP    EMAIL       ZIP    the one that began first; the other is over
 * }</pre>
 */
final class FieldLoop {
  static final Set<String> HEARS =
      Set.of(EventTypes.FIELD_ERROR, EventTypes.CHECKOUT_STEP_COMPLETED);

  static final String FIRST = "first error";
  static final String SECOND = "second error";
  static final String THIRD = "third error";
  private static final String COMPLETED_EARLY = "completed after the first";
  private static final String COMPLETED_LATE = "completed after the second";

  private static final Duration WITHIN = Duration.ofMinutes(2);

  private FieldLoop() {}

  static Pattern<SessionEvent, SessionEvent> pattern() {
    return Pattern.<SessionEvent>begin(FIRST, AfterMatchSkipStrategy.noSkip())
        .where(new FailsField())
        .notFollowedBy(COMPLETED_EARLY)
        .where(new OfType(EventTypes.CHECKOUT_STEP_COMPLETED))
        .followedBy(SECOND)
        .where(new SameField(FIRST))
        .notFollowedBy(COMPLETED_LATE)
        .where(new OfType(EventTypes.CHECKOUT_STEP_COMPLETED))
        .followedBy(THIRD)
        .where(new SameField(FIRST))
        .within(WITHIN);
  }
}
