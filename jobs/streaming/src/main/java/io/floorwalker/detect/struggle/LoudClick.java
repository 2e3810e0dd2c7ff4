package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A click on an element that is not on the list of quiet ones. */
final class LoudClick extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final QuietElements quiet;

  LoudClick(QuietElements quiet) {
    this.quiet = quiet;
  }

  @Override
  public boolean filter(SessionEvent event) {
    return is(event, quiet);
  }

  static boolean is(SessionEvent event, QuietElements quiet) {
    return event.is(EventTypes.ELEMENT_CLICKED) && !quiet.include(event.target().selector());
  }
}
