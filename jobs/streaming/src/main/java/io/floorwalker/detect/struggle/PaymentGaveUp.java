package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A payment is declined for good, and the shopper is still there but does not try to pay again.
 * With 60 s:
 *
 * <pre>{@code
 *            0s       20s       59s999ms  60s
 * match      HARD     CLICKED   .         fires      decline + 60 s
 * no match   HARD     .         .         .          who is gone did not give up here
 * no match   HARD     CLICKED   STARTED              another attempt
 * match      HARD     CLICKED   .         STARTED    half-open: too late
 * no match   HARD     .         .         CLICKED    not active within it
 * no match   SOFT     CLICKED   .         .          the card may work in a minute
 * 1 match    HARD     HARD      CLICKED   .          fires for the last attempt, 60 s after it
 * }</pre>
 */
final class PaymentGaveUp {
  /** The silence after a decline. */
  static final String NO_ATTEMPT = "no attempt";

  private static final Set<String> ATTEMPTS =
      Set.of(
          EventTypes.PAYMENT_STARTED,
          EventTypes.PAYMENT_INFO_ENTERED,
          EventTypes.PAYMENT_PENDING,
          EventTypes.PAYMENT_SUCCEEDED,
          EventTypes.PAYMENT_DECLINED);

  static final Set<String> HEARS = hears();

  static final String DECLINED = "declined";
  static final String GAVE_UP = "gave up";
  private static final String TRIED_AGAIN = "tried again";

  private PaymentGaveUp() {}

  static Pattern<SessionEvent, SessionEvent> pattern(SignRules rules) {
    Duration patience = rules.longest(SignRules.Patience::attempt);
    return Pattern.<SessionEvent>begin(DECLINED, AfterMatchSkipStrategy.noSkip())
        .where(new IsDeclinedForGood())
        .notFollowedBy(TRIED_AGAIN)
        .where(new OfTypes(ATTEMPTS))
        .followedBy(GAVE_UP)
        .where(new SilenceAfter(DECLINED, NO_ATTEMPT))
        .where(new StillActive(DECLINED))
        // The bound is exclusive, and the silence ends when its time is over.
        .within(patience.plusMillis(1));
  }

  /** Whether it waits for another attempt. */
  static boolean isWaiting(SessionEvent event) {
    return IsDeclinedForGood.is(event);
  }

  private static Set<String> hears() {
    Set<String> types = new HashSet<>(ATTEMPTS);
    types.add(NO_ATTEMPT);
    return Set.copyOf(types);
  }
}
