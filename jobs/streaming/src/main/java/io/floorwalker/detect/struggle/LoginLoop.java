package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A sign-in fails three times.
 *
 * <pre>{@code
 *            0m      1m      2m      4m59s999ms  5m
 * match      FAILED  FAILED  FAILED
 * match      FAILED  FAILED  .       FAILED
 * no match   FAILED  FAILED  .       .           FAILED    half-open: too late
 * no match   FAILED  FAILED  SIGNED_IN  FAILED             a success resets the loop
 * }</pre>
 */
final class LoginLoop {
  static final Set<String> HEARS = Set.of(EventTypes.LOGIN_FAILED, EventTypes.SIGNED_IN);

  static final String FIRST = "first failure";
  static final String SECOND = "second failure";
  static final String THIRD = "third failure";
  private static final String SIGNED_IN_EARLY = "signed in after the first";
  private static final String SIGNED_IN_LATE = "signed in after the second";

  private static final Duration WITHIN = Duration.ofMinutes(5);

  private LoginLoop() {}

  static Pattern<SessionEvent, SessionEvent> pattern() {
    return Pattern.<SessionEvent>begin(FIRST, AfterMatchSkipStrategy.noSkip())
        .where(new OfType(EventTypes.LOGIN_FAILED))
        .notFollowedBy(SIGNED_IN_EARLY)
        .where(new OfType(EventTypes.SIGNED_IN))
        .followedBy(SECOND)
        .where(new OfType(EventTypes.LOGIN_FAILED))
        .notFollowedBy(SIGNED_IN_LATE)
        .where(new OfType(EventTypes.SIGNED_IN))
        .followedBy(THIRD)
        .where(new OfType(EventTypes.LOGIN_FAILED))
        .within(WITHIN);
  }
}
