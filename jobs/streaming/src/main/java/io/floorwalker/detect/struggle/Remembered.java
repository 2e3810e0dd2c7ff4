package io.floorwalker.detect.struggle;

import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * One value of a session in keyed state, forgotten when it was not touched for two hours of event
 * time. The timer is armed lazily: a touch does not move it; when it fires too early it is set
 * anew.
 */
final class Remembered<T> {
  static final Duration KEPT_FOR = Duration.ofHours(2);

  private final ValueState<T> value;
  private final ValueState<Long> touchedAt;
  private final ValueState<Long> forgetAt;

  private Remembered(ValueState<T> value, ValueState<Long> touchedAt, ValueState<Long> forgetAt) {
    this.value = value;
    this.touchedAt = touchedAt;
    this.forgetAt = forgetAt;
  }

  static <T> Remembered<T> open(RuntimeContext context, String name, Class<T> type) {
    return new Remembered<>(
        context.getState(new ValueStateDescriptor<>(name, TypeInformation.of(type))),
        context.getState(new ValueStateDescriptor<>("touched-at", Types.LONG)),
        context.getState(new ValueStateDescriptor<>("forget-at", Types.LONG)));
  }

  /** The value at this moment; null where there is none or it is to be forgotten by now. */
  @Nullable T recall(long at) throws Exception {
    @Nullable Long touched = touchedAt.value();
    return touched == null || at >= touched + KEPT_FOR.toMillis() ? null : value.value();
  }

  void keep(T current, long at, TimerService timers) throws Exception {
    value.update(current);
    touchedAt.update(at);
    if (forgetAt.value() == null) {
      arm(at, timers);
    }
  }

  /** To be called for every timer of the key, last; does nothing at another's. */
  void onTimer(long timestamp, TimerService timers) throws Exception {
    @Nullable Long armed = forgetAt.value();
    @Nullable Long touched = touchedAt.value();
    if (armed == null || touched == null || armed != timestamp) {
      return;
    }
    if (timestamp >= touched + KEPT_FOR.toMillis()) {
      value.clear();
      touchedAt.clear();
      forgetAt.clear();
    } else {
      arm(touched, timers);
    }
  }

  private void arm(long touched, TimerService timers) throws Exception {
    long due = touched + KEPT_FOR.toMillis();
    timers.registerEventTimeTimer(due);
    forgetAt.update(due);
  }
}
