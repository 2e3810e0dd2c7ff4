package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.IntentActivity;
import io.floorwalker.source.Received;
import org.apache.flink.api.common.functions.FilterFunction;

/** Keeps the events that can change a cart or its intent; the rest need not travel. */
final class TouchesCart implements FilterFunction<Received> {
  private static final long serialVersionUID = 1L;

  private final CartKey key;

  TouchesCart(CartKey key) {
    this.key = key;
  }

  @Override
  public boolean filter(Received received) {
    String type = received.event().getType();
    // What tells why an intent is left travels too, and opens none.
    boolean matters =
        IntentActivity.is(type)
            || (key == CartKey.CUSTOMER && SignIn.is(received.event()))
            || type.equals(EventTypes.ORDER_PLACED)
            || type.equals(EventTypes.CART_EMPTIED)
            || Looks.count(received.event())
            || ShowsWhy.is(received.event());
    return matters && key.of(received.event()) != null;
  }
}
