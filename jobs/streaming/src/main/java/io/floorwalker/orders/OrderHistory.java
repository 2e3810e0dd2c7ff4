package io.floorwalker.orders;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.LateEvents;
import io.floorwalker.detect.SortBuffer;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Numbers what happens to each order, in event time, so that a replay gives the same numbers.
 *
 * <pre>{@code
 *            0m       10m        20m        watermark
 * versions   PLACED    .       REFUNDED     1 placed, 2 refunded
 * versions   PLACED    .       REFUNDED     the same, whichever came first
 * versions   PLACED  CANCELLED CANCELLED    a repeat by event id is dropped
 * versions     .       .       REFUNDED     1 refunded; placed_at is not known
 * }</pre>
 *
 * <p>An event behind the watermark takes the next number on arrival and is written down as late: a
 * replay may number it otherwise. An order is forgotten 90 days of event time after its last event;
 * what comes still later starts at 1 again.
 */
public final class OrderHistory extends KeyedProcessFunction<String, Received, OrderVersion> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<LateEvent> LATE = new OutputTag<>("late events") {};

  private static final Duration REMEMBERED = Duration.ofDays(90);

  /** In one moment an order is placed before anything else can happen to it. */
  private static final Comparator<CustomerEvent> PLACED_FIRST =
      Comparator.comparing(event -> !event.getType().equals(EventTypes.ORDER_PLACED));

  private final String job;
  private transient @Nullable SortBuffer buffer;
  private transient @Nullable ValueState<OrderMemory> memory;
  private transient Counter late = new SimpleCounter();
  private transient Counter repeated = new SimpleCounter();

  OrderHistory(String job) {
    this.job = job;
  }

  /** Attaches the history; the job's name stands in its late events. */
  public static SingleOutputStreamOperator<OrderVersion> attach(
      KeyedStream<Received, String> events, String job) {
    return events.process(new OrderHistory(job)).name("order history").uid("order-history-v1");
  }

  @Override
  public void open(OpenContext context) {
    buffer = SortBuffer.open(getRuntimeContext());
    memory =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("order", TypeInformation.of(OrderMemory.class)));
    late = getRuntimeContext().getMetricGroup().counter("late");
    repeated = getRuntimeContext().getMetricGroup().counter("repeated");
  }

  @Override
  public void processElement(Received received, Context context, Collector<OrderVersion> out)
      throws Exception {
    CustomerEvent event = received.event();
    OrderMemory known = opened(memory).value();
    if (known != null && known.eventIds().contains(event.getEventId())) {
      repeated.inc();
      return;
    }
    long watermark = context.timerService().currentWatermark();
    if (event.getOccurredAt().toEpochMilli() <= watermark) {
      late.inc();
      context.output(LATE, LateEvents.of(received, watermark, job));
      out.collect(next(event, context.timerService()));
    } else if (!opened(buffer).add(event, context.timerService())) {
      repeated.inc();
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<OrderVersion> out)
      throws Exception {
    List<CustomerEvent> moment = opened(buffer).take(timestamp);
    for (CustomerEvent event : moment.stream().sorted(PLACED_FIRST).toList()) {
      out.collect(next(event, context.timerService()));
    }
    forgetOrWait(timestamp, context.timerService());
  }

  private OrderVersion next(CustomerEvent event, TimerService timers) throws Exception {
    OrderMemory after = OrderMemory.after(opened(memory).value(), event);
    opened(memory).update(after.forgetAt() == 0 ? armed(after, timers) : after);
    return after.newest();
  }

  /** Armed lazily: events do not move the timer; when it fires too early it is set anew. */
  private void forgetOrWait(long timestamp, TimerService timers) throws Exception {
    OrderMemory known = opened(memory).value();
    if (known == null || known.forgetAt() != timestamp) {
      return;
    }
    if (known.newestAt() + REMEMBERED.toMillis() <= timestamp) {
      opened(memory).clear();
    } else {
      opened(memory).update(armed(known, timers));
    }
  }

  private static OrderMemory armed(OrderMemory order, TimerService timers) {
    long due = order.newestAt() + REMEMBERED.toMillis();
    timers.registerEventTimeTimer(due);
    return order.forgottenAt(due);
  }

  private static <T> T opened(@Nullable T part) {
    return Objects.requireNonNull(part, "open() was not called");
  }
}
