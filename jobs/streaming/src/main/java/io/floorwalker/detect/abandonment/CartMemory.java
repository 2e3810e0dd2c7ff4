package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * One key's cart in keyed state, and the one timer that forgets it. The timer is armed lazily:
 * activity does not move it; when it fires too early it is set anew. An empty cart leaves neither
 * state nor timer.
 */
final class CartMemory {
  private final ValueState<Cart> cart;
  private final ValueState<Long> forgetAt;
  private final Hindsight past;
  private final Tuned<Cart.Timing> timing;

  private CartMemory(
      ValueState<Cart> cart, ValueState<Long> forgetAt, Hindsight past, Tuned<Cart.Timing> timing) {
    this.cart = cart;
    this.forgetAt = forgetAt;
    this.past = past;
    this.timing = timing;
  }

  /** Opens the state; the past shares the operator's timers and must not lose one of its own. */
  static CartMemory open(RuntimeContext context, Hindsight past, Tuned<Cart.Timing> timing) {
    return new CartMemory(
        context.getState(new ValueStateDescriptor<>("cart", TypeInformation.of(Cart.class))),
        context.getState(new ValueStateDescriptor<>("forget-at", Types.LONG)),
        past,
        timing);
  }

  Cart recall() throws Exception {
    Cart current = cart.value();
    return current == null ? Cart.EMPTY : current;
  }

  void keep(Cart current, TimerService timers) throws Exception {
    if (current.isEmpty()) {
      forget(timers);
      return;
    }
    cart.update(current);
    if (forgetAt.value() == null) {
      arm(current, timers);
    }
  }

  /** To be called for every timer of the key; does nothing at another's. */
  void onTimer(long timestamp, TimerService timers) throws Exception {
    @Nullable Long armed = forgetAt.value();
    if (armed == null || armed != timestamp) {
      return;
    }
    Cart current = recall();
    if (timestamp >= current.forgetAt(timing)) {
      cart.clear();
      forgetAt.clear();
    } else {
      arm(current, timers);
    }
  }

  private void arm(Cart current, TimerService timers) throws Exception {
    long due = current.forgetAt(timing);
    timers.registerEventTimeTimer(due);
    forgetAt.update(due);
  }

  private void forget(TimerService timers) throws Exception {
    @Nullable Long armed = forgetAt.value();
    if (armed != null && !past.waitsFor(armed)) {
      timers.deleteEventTimeTimer(armed);
    }
    cart.clear();
    forgetAt.clear();
  }
}
