package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import io.floorwalker.detect.Latecomer;
import io.floorwalker.detect.SortBuffer;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * What one key did within the correction's horizon, so that an event that comes late can be put
 * where it belongs: the events stay in the sort buffer, and the cart before them is kept. With a
 * horizon of 0 nothing is kept.
 */
final class Hindsight {
  /** So much more than needed is kept, so that a busy key is not looked through at every event. */
  private static final int LOOKS = 8;

  private final SortBuffer buffer;
  private final ValueState<Cart> before;
  private final ValueState<IntentNews> unheard;
  private final ValueState<Long> lookAgainAt;
  private final ValueState<Long> takenUpTo;
  private final Tuned<Cart.Timing> timing;
  private final long horizon;
  private final long kept;

  private Hindsight(
      RuntimeContext context, SortBuffer buffer, Duration horizon, Tuned<Cart.Timing> timing) {
    this.buffer = buffer;
    this.before = context.getState(descriptor("before-the-past", Cart.class));
    this.unheard = context.getState(descriptor("unheard", IntentNews.class));
    this.lookAgainAt = context.getState(new ValueStateDescriptor<>("look-again-at", Types.LONG));
    this.takenUpTo = context.getState(new ValueStateDescriptor<>("taken-up-to", Types.LONG));
    this.timing = timing;
    this.horizon = horizon.toMillis();
    // What was left just before the horizon may still be prevented by what comes within it.
    this.kept = this.horizon + longestSilence(timing);
  }

  static Hindsight open(
      RuntimeContext context, SortBuffer buffer, Duration horizon, Tuned<Cart.Timing> timing) {
    return new Hindsight(context, buffer, horizon, timing);
  }

  /** The events of a moment that are the next in canonical order, and the cart before them. */
  List<CustomerEvent> take(long at, Cart cart, TimerService timers) throws Exception {
    if (horizon == 0) {
      return buffer.take(at);
    }
    List<CustomerEvent> moment = isTaken(at) ? List.of() : buffer.look(at);
    if (!moment.isEmpty()) {
      begin(at, cart, timers);
      takenUpTo.update(at);
    }
    return moment;
  }

  /** Events stay here, and a correction may ask for a timer at a moment that has passed. */
  private boolean isTaken(long at) throws Exception {
    @Nullable Long taken = takenUpTo.value();
    return taken != null && at <= taken;
  }

  /** Whether an event that came behind the watermark may still correct anything. */
  boolean reaches(CustomerEvent late, long watermark) {
    return late.getOccurredAt().toEpochMilli() > watermark - horizon;
  }

  /**
   * Puts a late event where it belongs; empty for a repeat.
   *
   * @param cart as it is now
   */
  Optional<Correction> put(CustomerEvent late, String key, Cart cart, TimerService timers)
      throws Exception {
    long now = timers.currentWatermark();
    List<CustomerEvent> known = buffer.upTo(now);
    if (!buffer.insert(late)) {
      return Optional.empty();
    }
    begin(late.getOccurredAt().toEpochMilli(), cart, timers);
    takenUpTo.update(now);
    Cart start = start();
    Correction correction =
        new Correction(
            Course.of(key, start, known, timing),
            Course.of(key, start, buffer.upTo(now), timing),
            Latecomer.of(late),
            now);
    if (!correction.waitsAsBefore()) {
      await(correction.unheard());
    }
    return Optional.of(correction);
  }

  /** To be told of every activity that the patterns hear; what of it they cannot understand. */
  Optional<IntentNews> cameBack(long at) throws Exception {
    @Nullable IntentNews waiting = unheard.value();
    if (waiting == null) {
      return Optional.empty();
    }
    unheard.clear();
    return at < waiting.deadline() ? Optional.of(waiting.cameBack()) : Optional.empty();
  }

  /** Whether a timer at this moment is needed here. */
  boolean waitsFor(long at) throws Exception {
    @Nullable Long armed = lookAgainAt.value();
    return buffer.waitsFor(at) || (armed != null && armed == at);
  }

  /** To be called for every timer of the key; does nothing at another's. */
  void onTimer(long timestamp, TimerService timers) throws Exception {
    @Nullable Long armed = lookAgainAt.value();
    if (armed == null || armed != timestamp) {
      return;
    }
    Cart start = start();
    for (CustomerEvent event : buffer.takeUpTo(timestamp - kept)) {
      start = start.after(event, timing);
    }
    List<CustomerEvent> past = buffer.upTo(timestamp);
    if (past.isEmpty()) {
      before.clear();
      unheard.clear();
      lookAgainAt.clear();
      takenUpTo.clear();
    } else {
      before.update(start);
      long oldest = past.get(0).getOccurredAt().toEpochMilli();
      arm(Math.max(oldest + kept, timestamp + kept / LOOKS), timers);
    }
  }

  /** Where there is no past yet, it begins with this cart. */
  private void begin(long at, Cart cart, TimerService timers) throws Exception {
    if (lookAgainAt.value() == null) {
      before.update(cart);
      arm(at + kept, timers);
    }
  }

  private void await(@Nullable IntentNews news) throws Exception {
    if (news == null) {
      unheard.clear();
    } else {
      unheard.update(news);
    }
  }

  private Cart start() throws Exception {
    @Nullable Cart start = before.value();
    return start == null ? Cart.EMPTY : start;
  }

  private void arm(long due, TimerService timers) throws Exception {
    timers.registerEventTimeTimer(due);
    lookAgainAt.update(due);
  }

  private static long longestSilence(Tuned<Cart.Timing> timing) {
    return timing
        .all()
        .flatMap(site -> Arrays.stream(Stage.values()).map(site::abandonedAfter))
        .mapToLong(Duration::toMillis)
        .max()
        .orElse(0);
  }

  private static <T> ValueStateDescriptor<T> descriptor(String name, Class<T> type) {
    return new ValueStateDescriptor<>(name, TypeInformation.of(type));
  }
}
