package io.floorwalker.detect.struggle;

import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** The session has had an event, of whatever type, later than that of a stage. */
final class StillActive extends IterativeCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final String stage;

  StillActive(String stage) {
    this.stage = stage;
  }

  @Override
  public boolean filter(SessionEvent event, Context<SessionEvent> begun) throws Exception {
    return event.place().newestAt() > Begun.at(stage, begun).at();
  }
}
