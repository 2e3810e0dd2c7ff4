package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A decline of which the bank says that trying again is no use. */
final class IsDeclinedForGood extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean filter(SessionEvent event) {
    return is(event);
  }

  static boolean is(SessionEvent event) {
    return event.is(EventTypes.PAYMENT_DECLINED) && event.detail().hard();
  }
}
