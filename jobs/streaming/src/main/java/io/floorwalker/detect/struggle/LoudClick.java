package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A click on an element that is not on the list of quiet ones. */
final class LoudClick extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean filter(SessionEvent event) {
    return is(event);
  }

  static boolean is(SessionEvent event) {
    return event.is(EventTypes.ELEMENT_CLICKED)
        && !QuietElements.include(event.target().selector());
  }
}
