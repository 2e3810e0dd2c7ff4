package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** One more error of the field that failed first. */
final class SameField extends IterativeCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final String first;

  SameField(String first) {
    this.first = first;
  }

  @Override
  public boolean filter(SessionEvent event, Context<SessionEvent> begun) throws Exception {
    String field = event.target().field();
    return event.is(EventTypes.FIELD_ERROR)
        && field != null
        && field.equals(Begun.at(first, begun).target().field());
  }
}
