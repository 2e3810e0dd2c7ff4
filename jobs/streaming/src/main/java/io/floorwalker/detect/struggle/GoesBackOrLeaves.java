package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** The shopper leaves the step, looks at the cart again, or returns to a step of before. */
final class GoesBackOrLeaves extends SimpleCondition<SessionEvent> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean filter(SessionEvent event) {
    return event.is(EventTypes.CHECKOUT_STEP_LEFT)
        || event.is(EventTypes.CART_VIEWED)
        || event.place().goesBack();
  }
}
