package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A click, and a script of the page fails.
 *
 * <pre>{@code
 *            0ms    500ms  1999ms  2000ms
 * match      CLICK  ERROR
 * match      CLICK  .      ERROR
 * no match   CLICK  .      .       ERROR    half-open: too late
 * no match   ERROR  CLICK                   the page was broken before
 * no match   NEXT   ERROR                   quiet elements say nothing
 * 1 match    CLICK  CLICK  ERROR            the click that came first
 * }</pre>
 */
final class ErrorClick {
  static final Set<String> HEARS = Set.of(EventTypes.ELEMENT_CLICKED, EventTypes.SCRIPT_ERROR);

  static final String CLICK = "click";
  static final String ERROR = "error";

  private static final Duration WITHIN = Duration.ofSeconds(2);

  private ErrorClick() {}

  static Pattern<SessionEvent, SessionEvent> pattern(SignRules rules) {
    return Pattern.<SessionEvent>begin(CLICK, AfterMatchSkipStrategy.noSkip())
        .where(new LoudClick(rules.quiet()))
        .followedBy(ERROR)
        .where(new OfType(EventTypes.SCRIPT_ERROR))
        .within(WITHIN);
  }
}
