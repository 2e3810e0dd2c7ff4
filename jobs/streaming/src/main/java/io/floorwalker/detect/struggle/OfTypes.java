package io.floorwalker.detect.struggle;

import java.util.Set;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** Any event of one of several types. */
final class OfTypes extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final Set<String> types;

  OfTypes(Set<String> types) {
    this.types = types;
  }

  @Override
  public boolean filter(SessionEvent event) {
    return types.contains(event.type());
  }
}
