package io.floorwalker.detect.struggle;

import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/**
 * No event of the session since that of a stage, of whatever type. Told by its place in the
 * session, so that the pattern need not hear every event there is.
 */
final class NothingSince extends IterativeCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final String stage;

  NothingSince(String stage) {
    this.stage = stage;
  }

  @Override
  public boolean filter(SessionEvent event, Context<SessionEvent> begun) throws Exception {
    return event.position() == Begun.at(stage, begun).position();
  }
}
