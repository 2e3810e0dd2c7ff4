package io.floorwalker.detect.struggle;

import io.floorwalker.config.Tuned;
import java.time.Duration;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * A click on the element of the first click, at most a second after the one before: the same
 * selector, or not further away than 50 pixels.
 */
final class OnTheSameElement extends IterativeCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private static final long LONGEST_GAP = Duration.ofSeconds(1).toMillis();
  private static final long RADIUS = 50;

  private final String first;
  private final String before;
  private final Tuned<QuietElements> quiet;

  OnTheSameElement(String first, String before, Tuned<QuietElements> quiet) {
    this.first = first;
    this.before = before;
    this.quiet = quiet;
  }

  @Override
  public boolean filter(SessionEvent event, Context<SessionEvent> begun) throws Exception {
    return LoudClick.is(event, quiet.at(event.origin().site()))
        && event.at() - Begun.at(before, begun).at() <= LONGEST_GAP
        && isOneElement(Begun.at(first, begun).target(), event.target());
  }

  private static boolean isOneElement(SessionEvent.Target one, SessionEvent.Target other) {
    return (one.selector() != null && one.selector().equals(other.selector()))
        || isNear(one, other);
  }

  private static boolean isNear(SessionEvent.Target one, SessionEvent.Target other) {
    if (one.x() == null || one.y() == null || other.x() == null || other.y() == null) {
      return false;
    }
    long across = (long) one.x() - other.x();
    long down = (long) one.y() - other.y();
    // As doubles: squares of what a client made up would overflow.
    return (double) across * across + (double) down * down <= RADIUS * RADIUS;
  }
}
