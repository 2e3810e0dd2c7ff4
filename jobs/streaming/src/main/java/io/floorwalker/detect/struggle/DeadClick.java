package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A click on an interactive element, and the page does not react. Some trackers wait themselves and
 * say it in the click; else nothing is said for so long, in a session that does say it where a page
 * reacts. With 2500 ms:
 *
 * <pre>{@code
 *                      0ms          1s       2499ms   2500ms
 * match                CLICK -1                                 at the click itself
 * no match             CLICK 80
 * no match             CLICK -1 on text                         people click on it to read it
 * no match             CLICK -1, quiet
 * match      REACTED   CLICK        .        .        fires     click + 2500 ms
 * no match             CLICK        .        .        .         does this page ever say it?
 * no match   REACTED   CLICK        .        REACTED
 * no match   REACTED   CLICK        VIEWED                      another page, or a step
 * match      REACTED   CLICK        .        .        REACTED   half-open: too late
 * 2 matches  REACTED   CLICK CLICK  .        .        fires     every click on its own
 * }</pre>
 */
final class DeadClick {
  /** The silence after a click, or the word of its tracker. */
  static final String NO_REACTION = "no reaction";

  private static final Set<String> REACTIONS =
      Set.of(EventTypes.PAGE_REACTED, EventTypes.PAGE_VIEWED, EventTypes.CHECKOUT_STEP_VIEWED);

  static final Set<String> HEARS =
      Set.of(
          EventTypes.ELEMENT_CLICKED,
          EventTypes.PAGE_REACTED,
          EventTypes.PAGE_VIEWED,
          EventTypes.CHECKOUT_STEP_VIEWED,
          NO_REACTION);

  static final String CLICK = "click";
  static final String DEAD = "dead";
  private static final String REACTED = "reacted";

  private static final int NEVER = -1;

  private DeadClick() {}

  static Pattern<SessionEvent, SessionEvent> pattern(SignRules rules) {
    Duration patience = rules.longest(SignRules.Patience::reaction);
    return Pattern.<SessionEvent>begin(CLICK, AfterMatchSkipStrategy.noSkip())
        .where(new MayBeDead(rules.quiet()))
        .notFollowedBy(REACTED)
        .where(new OfTypes(REACTIONS))
        .followedBy(DEAD)
        .where(new SilenceAfter(CLICK, NO_REACTION))
        // The bound is exclusive, and the silence ends when its time is over.
        .within(patience.plusMillis(1));
  }

  /** Whether its tracker has waited and says that the page never reacted. */
  static boolean isToldBy(SessionEvent event, QuietElements quiet) {
    @Nullable Integer reaction = event.target().reactionMs();
    return mayBe(event, quiet) && reaction != null && reaction == NEVER;
  }

  /** Whether nothing is known yet of how the page reacts to it. */
  static boolean isWaiting(SessionEvent event, QuietElements quiet) {
    return mayBe(event, quiet) && event.target().reactionMs() == null;
  }

  private static boolean mayBe(SessionEvent event, QuietElements quiet) {
    return LoudClick.is(event, quiet) && event.target().interactive();
  }
}
