package io.floorwalker.detect.struggle;

import io.floorwalker.config.Tuned;
import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A click on an element that is not on the list of quiet ones. */
final class LoudClick extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final Tuned<QuietElements> quiet;

  LoudClick(Tuned<QuietElements> quiet) {
    this.quiet = quiet;
  }

  @Override
  public boolean filter(SessionEvent event) {
    return is(event, quiet.at(event.origin().site()));
  }

  static boolean is(SessionEvent event, QuietElements quiet) {
    return event.is(EventTypes.ELEMENT_CLICKED) && !quiet.include(event.target().selector());
  }
}
