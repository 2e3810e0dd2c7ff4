package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A form is cleared and filled again, twice.
 *
 * <pre>{@code
 *            0s       30s      60s      90s      1m59s999ms  2m
 * match      CLEARED  CHANGED  CLEARED  CHANGED
 * match      CLEARED  CHANGED  CLEARED  .        CHANGED
 * no match   CLEARED  CHANGED  CLEARED  .        .           CHANGED   half-open: too late
 * no match   CLEARED  CHANGED  CLEARED                                 not filled again
 * no match   CLEARED  CHANGED  CHANGED  CLEARED                        cleared twice, filled once
 * no match   CLEARED  CHANGED  of ANOTHER FORM                         two forms, once each
 * match      CLEARED  CHANGED  CLEARED  CHANGED  of no form            one without a name is one form
 * }</pre>
 */
final class FormThrash {
  static final Set<String> HEARS = Set.of(EventTypes.FORM_CLEARED, EventTypes.FIELD_CHANGED);

  static final String CLEARED = "cleared";
  static final String CHANGED = "changed";
  static final String CLEARED_AGAIN = "cleared again";
  static final String CHANGED_AGAIN = "changed again";

  private static final Duration WITHIN = Duration.ofMinutes(2);

  private FormThrash() {}

  static Pattern<SessionEvent, SessionEvent> pattern() {
    return Pattern.<SessionEvent>begin(CLEARED, AfterMatchSkipStrategy.noSkip())
        .where(new OfType(EventTypes.FORM_CLEARED))
        .followedBy(CHANGED)
        .where(new OnTheSameForm(EventTypes.FIELD_CHANGED, CLEARED))
        .followedBy(CLEARED_AGAIN)
        .where(new OnTheSameForm(EventTypes.FORM_CLEARED, CLEARED))
        .followedBy(CHANGED_AGAIN)
        .where(new OnTheSameForm(EventTypes.FIELD_CHANGED, CLEARED))
        .within(WITHIN);
  }
}
