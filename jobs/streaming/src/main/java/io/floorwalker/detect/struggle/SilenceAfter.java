package io.floorwalker.detect.struggle;

import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** The end of the wait that began with the event of a stage. */
final class SilenceAfter extends IterativeCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final String stage;
  private final String type;

  SilenceAfter(String stage, String type) {
    this.stage = stage;
    this.type = type;
  }

  @Override
  public boolean filter(SessionEvent event, Context<SessionEvent> begun) throws Exception {
    return event.is(type) && event.eventId().equals(Begun.at(stage, begun).eventId());
  }
}
