package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A field that has a name was refused. */
final class FailsField extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean filter(SessionEvent event) {
    return event.is(EventTypes.FIELD_ERROR) && event.target().field() != null;
  }
}
