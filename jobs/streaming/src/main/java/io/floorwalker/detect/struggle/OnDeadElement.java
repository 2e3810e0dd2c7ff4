package io.floorwalker.detect.struggle;

import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A click on something that looks as if it could be clicked, and the page never reacted. */
final class OnDeadElement extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private static final int NEVER = -1;

  @Override
  public boolean filter(SessionEvent event) {
    Integer reaction = event.target().reactionMs();
    return LoudClick.is(event)
        && event.target().interactive()
        && reaction != null
        && reaction == NEVER;
  }
}
