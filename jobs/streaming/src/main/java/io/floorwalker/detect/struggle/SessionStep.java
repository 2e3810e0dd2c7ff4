package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.LateEvents;
import io.floorwalker.detect.SortBuffer;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import java.util.List;
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
 * Tells every event of a session where the session was, in canonical order: step, stage, order and
 * chat are state, not a pattern. Events wait until the watermark has passed them; repeats are
 * dropped meanwhile, late ones go to the side. Where an event waits for an answer, it says when the
 * wait is over.
 */
public final class SessionStep extends KeyedProcessFunction<String, Received, SessionEvent> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<LateEvent> LATE = new OutputTag<>("late events") {};
  public static final OutputTag<LateOrder> LATE_ORDERS = new OutputTag<>("late orders") {};
  public static final OutputTag<StepReached> REACHED = new OutputTag<>("steps reached") {};

  private final SignRules rules;
  private final String job;
  private transient @Nullable SortBuffer buffer;
  private transient @Nullable Remembered<Visit> visits;
  private transient @Nullable Silences silences;
  private transient Counter late = new SimpleCounter();
  private transient Counter repeated = new SimpleCounter();
  private transient Counter used = new SimpleCounter();

  SessionStep(SignRules rules, String job) {
    this.rules = rules;
    this.job = job;
  }

  /** Attaches the step; the job's name stands in its late events. */
  static SingleOutputStreamOperator<SessionEvent> attach(
      KeyedStream<Received, String> events, SignRules rules, String job) {
    return events.process(new SessionStep(rules, job)).name("session step").uid("session-step-v1");
  }

  @Override
  public void open(OpenContext context) {
    buffer = SortBuffer.open(getRuntimeContext());
    visits = Remembered.open(getRuntimeContext(), "visit", Visit.class);
    silences = Silences.open(getRuntimeContext());
    late = getRuntimeContext().getMetricGroup().counter("late");
    repeated = getRuntimeContext().getMetricGroup().counter("repeated");
    used = getRuntimeContext().getMetricGroup().counter("used");
  }

  @Override
  public void processElement(Received received, Context context, Collector<SessionEvent> out)
      throws Exception {
    long watermark = context.timerService().currentWatermark();
    if (received.event().getOccurredAt().toEpochMilli() <= watermark) {
      late.inc();
      context.output(LATE, LateEvents.of(received, watermark, job));
      if (isOrder(received.event())) {
        close(received.event(), watermark, context);
      }
    } else if (!opened(buffer).add(received.event(), context.timerService())) {
      repeated.inc();
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<SessionEvent> out)
      throws Exception {
    Remembered<Visit> memory = opened(visits);
    Visit known = memory.recall(timestamp);
    Visit visit = known == null ? Visit.NEW : known;
    List<CustomerEvent> moment = opened(buffer).take(timestamp);
    // What falls due falls due before the events of its moment, but an order closes all of it.
    Visit due = moment.stream().anyMatch(SessionStep::isOrder) ? visit.withOrder() : visit;
    for (Silence silence : opened(silences).take(timestamp)) {
      out.collect(SessionEvent.of(context.getCurrentKey(), silence, due));
    }
    if (!moment.isEmpty()) {
      if (moment.stream().anyMatch(SessionStep::opensChat)) {
        visit = visit.withChatAt(timestamp);
      }
      used.inc(moment.size());
      for (CustomerEvent event : moment) {
        visit = tell(event, visit, context, out);
      }
      memory.keep(visit, timestamp, context.timerService());
    }
    memory.onTimer(timestamp, context.timerService());
  }

  /** An order closes the session however late it comes; what was found since is taken back. */
  private void close(CustomerEvent order, long watermark, Context context) throws Exception {
    Remembered<Visit> memory = opened(visits);
    Visit known = memory.recall(watermark);
    Visit visit = known == null ? Visit.NEW : known;
    long at = Math.max(visit.newestAt(), order.getOccurredAt().toEpochMilli());
    memory.keep(visit.withOrder(), at, context.timerService());
    context.output(LATE_ORDERS, LateOrder.of(context.getCurrentKey(), order, watermark));
  }

  /** Tells of one event, and returns the visit after it. */
  private Visit tell(
      CustomerEvent event, Visit before, OnTimerContext context, Collector<SessionEvent> out)
      throws Exception {
    String session = context.getCurrentKey();
    Visit after = before.after(event);
    SessionEvent told = SessionEvent.of(session, event, before, after);
    out.collect(told);
    String reached = before.firstReachedBy(event);
    if (reached != null) {
      context.output(REACHED, StepReached.of(session, reached, event));
    }
    for (Silence silence : Silence.begunBy(told, before, rules)) {
      if (silence.at() == told.at()) {
        out.collect(SessionEvent.of(session, silence, after));
      } else {
        opened(silences).add(silence, context.timerService());
      }
    }
    return after;
  }

  private static boolean isOrder(CustomerEvent event) {
    return event.getType().equals(EventTypes.ORDER_PLACED);
  }

  private static boolean opensChat(CustomerEvent event) {
    return event.getType().equals(EventTypes.SUPPORT_CHAT_OPENED);
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}
