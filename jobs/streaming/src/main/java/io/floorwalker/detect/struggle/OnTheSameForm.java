package io.floorwalker.detect.struggle;

import java.util.Objects;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** An event of one type on the form of a stage's event; without names all forms are one. */
final class OnTheSameForm extends IterativeCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final String stage;

  OnTheSameForm(String type, String stage) {
    this.type = type;
    this.stage = stage;
  }

  @Override
  public boolean filter(SessionEvent event, Context<SessionEvent> begun) throws Exception {
    return event.is(type)
        && Objects.equals(event.detail().form(), Begun.at(stage, begun).detail().form());
  }
}
