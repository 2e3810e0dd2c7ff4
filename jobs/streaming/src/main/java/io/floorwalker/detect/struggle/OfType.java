package io.floorwalker.detect.struggle;

import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** Any event of one type. */
final class OfType extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final String type;

  OfType(String type) {
    this.type = type;
  }

  @Override
  public boolean filter(SessionEvent event) {
    return event.is(type);
  }
}
