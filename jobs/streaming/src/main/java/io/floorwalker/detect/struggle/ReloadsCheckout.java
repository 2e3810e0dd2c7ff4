package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** A reload of a known page while the session is in the checkout or pays. */
final class ReloadsCheckout extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean filter(SessionEvent event) {
    return is(event);
  }

  static boolean is(SessionEvent event) {
    return event.is(EventTypes.PAGE_RELOADED)
        && event.target().page() != null
        && event.place().stage().isCheckout();
  }
}
