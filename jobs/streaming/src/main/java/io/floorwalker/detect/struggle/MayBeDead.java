package io.floorwalker.detect.struggle;

import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A click that should do something, and of which it is not known that it did. */
final class MayBeDead extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  private final QuietElements quiet;

  MayBeDead(QuietElements quiet) {
    this.quiet = quiet;
  }

  @Override
  public boolean filter(SessionEvent event) {
    return DeadClick.isToldBy(event, quiet) || DeadClick.isWaiting(event, quiet);
  }
}
