package io.floorwalker.detect.struggle;

import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** The part of a match that is there already, for the conditions of its next stage. */
final class Begun {

  private Begun() {}

  /** The event of a stage that comes before the condition's own. */
  static SessionEvent at(String stage, IterativeCondition.Context<SessionEvent> begun)
      throws Exception {
    for (SessionEvent event : begun.getEventsForPattern(stage)) {
      return event;
    }
    throw new IllegalStateException("a condition is asked before its stage '%s'".formatted(stage));
  }
}
