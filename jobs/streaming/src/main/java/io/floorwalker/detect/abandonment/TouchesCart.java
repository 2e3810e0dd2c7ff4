package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.IntentActivity;
import io.floorwalker.source.Received;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;

/** Keeps the events that can change a cart or its intent; the rest need not travel. */
final class TouchesCart extends RichFilterFunction<Received> {
  private static final long serialVersionUID = 1L;

  private final CartKey key;
  private transient Counter ignored = new SimpleCounter();

  TouchesCart(CartKey key) {
    this.key = key;
  }

  @Override
  public void open(OpenContext context) {
    ignored = getRuntimeContext().getMetricGroup().counter("ignored");
  }

  @Override
  public boolean filter(Received received) {
    boolean matters = matters(received) && key.of(received.event()) != null;
    if (!matters) {
      ignored.inc();
    }
    return matters;
  }

  private boolean matters(Received received) {
    String type = received.event().getType();
    // What tells why an intent is left travels too, and opens none.
    return IntentActivity.is(type)
        || (key == CartKey.CUSTOMER && SignIn.is(received.event()))
        || type.equals(EventTypes.ORDER_PLACED)
        || type.equals(EventTypes.CART_EMPTIED)
        || Looks.count(received.event())
        || ShowsWhy.is(received.event());
  }
}
