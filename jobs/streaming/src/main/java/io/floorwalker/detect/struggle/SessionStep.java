package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.LateEvents;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import java.io.Serializable;
import java.time.Duration;
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
 * Tells every event of a session where the session was, in the order of {@link SessionOrder}: step,
 * stage, order and chat are state, not a pattern. Repeats are dropped, late ones go to the side.
 * Where an event waits for an answer, it says when the wait is over.
 */
public final class SessionStep extends KeyedProcessFunction<String, Received, SessionEvent> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<LateEvent> LATE = new OutputTag<>("late events") {};
  public static final OutputTag<LateOrder> LATE_ORDERS = new OutputTag<>("late orders") {};
  public static final OutputTag<StepReached> REACHED = new OutputTag<>("steps reached") {};
  public static final OutputTag<Ordered> ORDERED = new OutputTag<>("ordered") {};

  private final SignRules rules;
  private final Pace pace;
  private final String job;
  private transient @Nullable SessionOrder order;
  private transient @Nullable Remembered<Visit> visits;
  private transient Counter late = new SimpleCounter();
  private transient Counter repeated = new SimpleCounter();
  private transient Counter used = new SimpleCounter();
  private transient Counter ignored = new SimpleCounter();

  /**
   * What events wait for.
   *
   * @param disorder of the source
   * @param atOnce a number that is next is told when it comes, else with the watermark
   */
  record Pace(Duration disorder, boolean atOnce) implements Serializable {}

  SessionStep(SignRules rules, Pace pace, String job) {
    this.rules = rules;
    this.pace = pace;
    this.job = job;
  }

  /** Attaches the step; the job's name stands in its late events. */
  static SingleOutputStreamOperator<SessionEvent> attach(
      KeyedStream<Received, String> events, SignRules rules, Pace pace, String job) {
    return events
        .process(new SessionStep(rules, pace, job))
        .name("session step")
        .uid("session-step-v1");
  }

  @Override
  public void open(OpenContext context) {
    order = SessionOrder.open(getRuntimeContext(), pace.disorder(), pace.atOnce());
    visits = Remembered.open(getRuntimeContext(), "visit", Visit.class);
    late = getRuntimeContext().getMetricGroup().counter("late");
    repeated = getRuntimeContext().getMetricGroup().counter("repeated");
    used = getRuntimeContext().getMetricGroup().counter("used");
    ignored = getRuntimeContext().getMetricGroup().counter("ignored");
  }

  @Override
  public void processElement(Received received, Context context, Collector<SessionEvent> out)
      throws Exception {
    CustomerEvent event = received.event();
    long watermark = context.timerService().currentWatermark();
    Visit visit = visitAt(Math.max(watermark, event.getOccurredAt().toEpochMilli()));
    switch (opened(order).add(event, visit, context.timerService())) {
      case KEPT -> tell(visit, watermark, context, out);
      case REPEATED -> repeated.inc();
      case LATE -> {
        late.inc();
        context.output(LATE, LateEvents.of(received, watermark, job));
        if (event.getType().equals(EventTypes.ORDER_PLACED)) {
          close(event, visit, context);
        }
      }
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<SessionEvent> out)
      throws Exception {
    Visit after = tell(visitAt(timestamp), timestamp, context, out);
    opened(order).waitOn(after, context.timerService());
    opened(visits).onTimer(timestamp, context.timerService());
  }

  /** Tells all that is next by now, and returns the visit after it. */
  private Visit tell(Visit before, long watermark, Context context, Collector<SessionEvent> out)
      throws Exception {
    Visit visit = before;
    long touchedAt = visit.newestAt();
    SessionOrder.@Nullable Next next = opened(order).next(visit, watermark);
    while (next != null) {
      if (next.silence() != null) {
        out.collect(SessionEvent.of(context.getCurrentKey(), next.silence(), visit));
      }
      if (next.event() != null) {
        visit = tell(next.event(), next.at(), visit, context, out);
        touchedAt = next.at();
      }
      next = opened(order).next(visit, watermark);
    }
    if (visit != before) {
      opened(visits).keep(visit, touchedAt, context.timerService());
    }
    return visit;
  }

  /** Tells of one event, and returns the visit after it. */
  private Visit tell(
      CustomerEvent event, long at, Visit before, Context context, Collector<SessionEvent> out)
      throws Exception {
    if (!ShowsStruggle.isKnown(event)) {
      ignored.inc();
      return before.afterNumberOf(event);
    }
    used.inc();
    String session = context.getCurrentKey();
    Visit after = before.after(event, at);
    SessionEvent told = SessionEvent.of(session, event, before, after);
    out.collect(told);
    String reached = before.firstReachedBy(event);
    if (reached != null) {
      context.output(REACHED, StepReached.of(session, reached, event, at));
    }
    if (event.getType().equals(EventTypes.ORDER_PLACED)) {
      context.output(ORDERED, new Ordered(session, event.getSite(), at));
    }
    for (Silence silence : Silence.begunBy(told, before, rules)) {
      if (silence.at() == told.at()) {
        out.collect(SessionEvent.of(session, silence, after));
      } else {
        opened(order).add(silence, context.timerService());
      }
    }
    return after;
  }

  /** An order closes the session however late it comes; what was found since is taken back. */
  private void close(CustomerEvent order, Visit visit, Context context) throws Exception {
    String session = context.getCurrentKey();
    long at = visit.timeOf(order);
    opened(visits).keep(visit.withOrder(), at, context.timerService());
    context.output(ORDERED, new Ordered(session, order.getSite(), at));
    long watermark = context.timerService().currentWatermark();
    context.output(LATE_ORDERS, LateOrder.of(session, order, visit, pace.disorder(), watermark));
  }

  private Visit visitAt(long moment) throws Exception {
    Visit known = opened(visits).recall(moment);
    return known == null ? Visit.NEW : known;
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}
