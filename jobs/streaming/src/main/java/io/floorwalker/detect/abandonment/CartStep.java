package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import io.floorwalker.detect.LateEvents;
import io.floorwalker.detect.SortBuffer;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Turns a customer's events into cart activities, in canonical order: "the cart has items" is
 * state, not a pattern. Events wait until the watermark has passed them; repeats are dropped
 * meanwhile. Late ones go to the side; within the horizon the cart goes on as if they had come in
 * time, and the last step hears what they change of the past.
 */
public final class CartStep extends KeyedProcessFunction<String, Received, CartActivity> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<LateEvent> LATE = new OutputTag<>("late events") {};

  /** Carts that visitors take along when they sign in: events of the users whom they become. */
  static final OutputTag<Received> CARRIED_OVER =
      new OutputTag<>("carts carried over", Received.TYPE);

  /** What goes past the patterns: what came to light behind a last activity, and corrections. */
  static final OutputTag<IntentNews> NEWS = new OutputTag<>("news") {};

  private final String job;
  private final Tuned<Cart.Timing> timing;
  private final Duration horizon;
  private transient @Nullable SortBuffer buffer;
  private transient @Nullable Hindsight hindsight;
  private transient @Nullable CartMemory memory;
  private transient Counter late = new SimpleCounter();
  private transient Counter repeated = new SimpleCounter();
  private transient Counter used = new SimpleCounter();
  private transient Counter carriedOver = new SimpleCounter();

  CartStep(String job, Tuned<Cart.Timing> timing, Duration horizon) {
    this.job = job;
    this.timing = timing;
    this.horizon = horizon;
  }

  /** Attaches the step under a name; the job's stands in its late events. */
  static SingleOutputStreamOperator<CartActivity> attach(
      KeyedStream<Received, String> events,
      String name,
      String job,
      Tuned<Cart.Timing> timing,
      Duration horizon) {
    return events
        .process(new CartStep(job, timing, horizon))
        .name(name)
        .uid(name.replace("'", "").replace(' ', '-') + "-v1");
  }

  @Override
  public void open(OpenContext context) {
    buffer = SortBuffer.open(getRuntimeContext());
    hindsight = Hindsight.open(getRuntimeContext(), buffer, horizon, timing);
    memory = CartMemory.open(getRuntimeContext(), hindsight, timing);
    late = getRuntimeContext().getMetricGroup().counter("late");
    repeated = getRuntimeContext().getMetricGroup().counter("repeated");
    used = getRuntimeContext().getMetricGroup().counter("used");
    carriedOver = getRuntimeContext().getMetricGroup().counter("carried_over");
  }

  @Override
  public void processElement(Received received, Context context, Collector<CartActivity> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    if (received.event().getOccurredAt().toEpochMilli() > watermark) {
      if (!opened(buffer).add(received.event(), context.timerService())) {
        repeated.inc();
      }
    } else if (!opened(hindsight).reaches(received.event(), watermark)
        || corrects(received.event(), context)) {
      late.inc();
      context.output(LATE, LateEvents.of(received, watermark, job));
    } else {
      repeated.inc();
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CartActivity> out)
      throws Exception {
    CartMemory carts = opened(memory);
    Hindsight past = opened(hindsight);
    for (CustomerEvent event : past.take(timestamp, carts.recall(), context.timerService())) {
      used.inc();
      Cart before = carts.recall();
      before.carriedOver(event, timing).ifPresent(along -> carryOver(along, context));
      CartChange change = CartChange.of(context.getCurrentKey(), before, event, timing);
      Optional<CartActivity> activity = change.activity(timing);
      if (activity.isPresent()) {
        out.collect(activity.get());
        past.cameBack(timestamp).ifPresent(news -> context.output(NEWS, news));
      }
      change.cameToLight(timing).ifPresent(news -> context.output(NEWS, news));
      carts.keep(change.after(), context.timerService());
    }
    carts.onTimer(timestamp, context.timerService());
    past.onTimer(timestamp, context.timerService());
  }

  private void carryOver(CustomerEvent along, OnTimerContext context) {
    carriedOver.inc();
    context.output(CARRIED_OVER, new Received(along, -1, -1, -1));
  }

  /** Puts a late event where it belongs; false for a repeat. */
  private boolean corrects(CustomerEvent event, Context context) throws Exception {
    CartMemory carts = opened(memory);
    Optional<Correction> correction =
        opened(hindsight)
            .put(event, context.getCurrentKey(), carts.recall(), context.timerService());
    if (correction.isEmpty()) {
      return false;
    }
    correction.get().news().forEach(news -> context.output(NEWS, news));
    carts.keep(correction.get().corrected().cart(), context.timerService());
    return true;
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}
