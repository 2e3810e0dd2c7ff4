package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A step of the checkout is entered, and then nothing happens in the session at all. With 90 s:
 *
 * <pre>{@code
 *                       0s      30s     89s999ms  90s
 * match                 VIEWED  .       .         fires      view + 90 s
 * no match              VIEWED  .       CLICKED              anything there is counts
 * match                 VIEWED  .       .         CLICKED    half-open: too late
 * no match              VIEWED  VIEWED  .         .          the second waits on its own
 * no match   PENDING    VIEWED  .       .         .          all wait for the bank
 * match      PENDING DECLINED VIEWED .  .         fires
 * no match   ORDERED    VIEWED  .       .         .
 * }</pre>
 */
final class StepStall {
  /** The silence after a view. */
  static final String NOTHING = "no event at all";

  static final Set<String> HEARS = Set.of(EventTypes.CHECKOUT_STEP_VIEWED, NOTHING);

  static final String VIEWED = "viewed";
  static final String STALLED = "stalled";

  private StepStall() {}

  static Pattern<SessionEvent, SessionEvent> pattern(SignRules rules) {
    Duration patience = rules.longest(SignRules.Patience::step);
    return Pattern.<SessionEvent>begin(VIEWED, AfterMatchSkipStrategy.noSkip())
        .where(new OfType(EventTypes.CHECKOUT_STEP_VIEWED))
        .followedBy(STALLED)
        .where(new SilenceAfter(VIEWED, NOTHING))
        .where(new NothingSince(VIEWED))
        // The bound is exclusive, and the silence ends when its time is over.
        .within(patience.plusMillis(1));
  }

  /** Whether a view that comes after this visit waits for what is next. */
  static boolean isWaiting(SessionEvent event, Visit before) {
    return event.is(EventTypes.CHECKOUT_STEP_VIEWED) && !before.pending() && !before.ordered();
  }
}
