package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A click on an interactive element, and the page never reacted; the tracker says so in the click.
 *
 * <pre>{@code
 * match      CLICK reaction -1
 * no match   CLICK reaction 80
 * no match   CLICK reaction unknown
 * no match   CLICK reaction -1, not interactive     people click on text to read it
 * no match   CLICK reaction -1, quiet
 * }</pre>
 */
final class DeadClick {
  static final Set<String> HEARS = Set.of(EventTypes.ELEMENT_CLICKED);

  static final String CLICK = "click";

  /** One event lasts no time; a pattern without a bound is not allowed. */
  private static final Duration WITHIN = Duration.ofMillis(1);

  private DeadClick() {}

  static Pattern<SessionEvent, SessionEvent> pattern() {
    return Pattern.<SessionEvent>begin(CLICK, AfterMatchSkipStrategy.noSkip())
        .where(new OnDeadElement())
        .within(WITHIN);
  }
}
