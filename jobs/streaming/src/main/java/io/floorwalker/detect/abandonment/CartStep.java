package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import io.floorwalker.detect.LateEvents;
import io.floorwalker.detect.SortBuffer;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
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
 * meanwhile, late ones go to the side.
 */
public final class CartStep extends KeyedProcessFunction<String, Received, CartActivity> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<LateEvent> LATE = new OutputTag<>("late events") {};

  /** Carts that visitors take along when they sign in: events of the users whom they become. */
  static final OutputTag<Received> CARRIED_OVER =
      new OutputTag<>("carts carried over", TypeInformation.of(Received.class));

  /** What came to light behind the last activity of an intent that is open. */
  static final OutputTag<IntentNews> CAME_TO_LIGHT = new OutputTag<>("came to light") {};

  private final String job;
  private final Tuned<Cart.Timing> timing;
  private transient @Nullable SortBuffer buffer;
  private transient @Nullable CartMemory memory;
  private transient Counter late = new SimpleCounter();
  private transient Counter repeated = new SimpleCounter();
  private transient Counter used = new SimpleCounter();
  private transient Counter carriedOver = new SimpleCounter();

  CartStep(String job, Tuned<Cart.Timing> timing) {
    this.job = job;
    this.timing = timing;
  }

  /** Attaches the step under a name; the job's stands in its late events. */
  static SingleOutputStreamOperator<CartActivity> attach(
      KeyedStream<Received, String> events, String name, String job, Tuned<Cart.Timing> timing) {
    return events
        .process(new CartStep(job, timing))
        .name(name)
        .uid(name.replace("'", "").replace(' ', '-') + "-v1");
  }

  @Override
  public void open(OpenContext context) {
    buffer = SortBuffer.open(getRuntimeContext());
    memory = CartMemory.open(getRuntimeContext(), buffer, timing);
    late = getRuntimeContext().getMetricGroup().counter("late");
    repeated = getRuntimeContext().getMetricGroup().counter("repeated");
    used = getRuntimeContext().getMetricGroup().counter("used");
    carriedOver = getRuntimeContext().getMetricGroup().counter("carried_over");
  }

  @Override
  public void processElement(Received received, Context context, Collector<CartActivity> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    if (received.event().getOccurredAt().toEpochMilli() <= watermark) {
      late.inc();
      context.output(LATE, LateEvents.of(received, watermark, job));
    } else if (!opened(buffer).add(received.event(), context.timerService())) {
      repeated.inc();
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CartActivity> out)
      throws Exception {
    CartMemory carts = opened(memory);
    for (CustomerEvent event : opened(buffer).take(timestamp)) {
      used.inc();
      Cart before = carts.recall();
      before.carriedOver(event, timing).ifPresent(along -> carryOver(along, context));
      Cart after = before.after(event, timing);
      if (ShowsWhy.is(event)) {
        tell(before, after, context);
      } else if (!Looks.is(event.getType()) || after.spell() != before.spell()) {
        out.collect(
            CartActivity.of(
                context.getCurrentKey(), event, after, timing.at(after.site()).spell()));
      }
      carts.keep(after, context.timerService());
    }
    carts.onTimer(timestamp, context.timerService());
  }

  private void carryOver(CustomerEvent along, OnTimerContext context) {
    carriedOver.inc();
    context.output(CARRIED_OVER, new Received(along, -1, -1, -1));
  }

  /** Past the patterns: what tells why must not end their wait. */
  private void tell(Cart before, Cart after, OnTimerContext context) {
    Cart.Timing patience = timing.at(after.site());
    Spell spell = after.spell();
    if (spell != null && spell != before.spell() && spell.stage() != Stage.LOOK) {
      context.output(
          CAME_TO_LIGHT, IntentNews.cameToLight(context.getCurrentKey(), spell, patience.spell()));
    }
    Intent intent = after.intent();
    if (intent == null || intent == before.intent() || intent.pending()) {
      return;
    }
    Why why = intent.why(after.lines());
    context.output(
        CAME_TO_LIGHT, IntentNews.cameToLight(context.getCurrentKey(), intent, why, patience));
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}
