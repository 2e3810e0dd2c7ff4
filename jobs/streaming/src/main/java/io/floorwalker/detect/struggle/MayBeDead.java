package io.floorwalker.detect.struggle;

import io.floorwalker.config.Tuned;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A click that should do something, and of which it is not known that it did. */
final class MayBeDead extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final Tuned<QuietElements> quiet;

  MayBeDead(Tuned<QuietElements> quiet) {
    this.quiet = quiet;
  }

  @Override
  public boolean filter(SessionEvent event) {
    QuietElements here = quiet.at(event.origin().site());
    return DeadClick.isToldBy(event, here) || DeadClick.isWaiting(event, here);
  }
}
