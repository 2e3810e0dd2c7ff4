package io.floorwalker.detect.struggle;

import io.floorwalker.config.Tuned;
import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * The same element is clicked three times in a row, fast.
 *
 * <pre>{@code
 *            0ms   500ms  1000ms 1500ms 2000ms 2001ms
 * match      PAY    PAY    PAY                            same selector
 * match      10|10  40|50  10|10                          no selector: 50 pixels or less apart
 * match      PAY    .      PAY    .      PAY              gaps of a second, the longest there may be
 * no match   PAY    .      PAY    .      .      PAY       a gap of more than a second
 * match      PAY    HELP   PAY    HELP   PAY              other clicks between do not matter
 * no match   PAY    PAY    HELP                           two of one, one of the other
 * no match   QTY+   QTY+   QTY+                           steppers are made for it
 * 2 matches  PAY    PAY    PAY   PAY PAY PAY              a click is evidence once
 * }</pre>
 */
final class RageClick {
  static final Set<String> HEARS = Set.of(EventTypes.ELEMENT_CLICKED);

  static final String FIRST = "first click";
  static final String SECOND = "second click";
  static final String THIRD = "third click";

  /** Two gaps of a second; the bound is exclusive. */
  private static final Duration WITHIN = Duration.ofMillis(2001);

  private RageClick() {}

  static Pattern<SessionEvent, SessionEvent> pattern(SignRules rules) {
    Tuned<QuietElements> quiet = rules.quiet();
    return Pattern.<SessionEvent>begin(FIRST, AfterMatchSkipStrategy.noSkip())
        .where(new LoudClick(quiet))
        .followedBy(SECOND)
        .where(new OnTheSameElement(FIRST, FIRST, quiet))
        .followedBy(THIRD)
        .where(new OnTheSameElement(FIRST, SECOND, quiet))
        .within(WITHIN);
  }
}
