package io.floorwalker.deliver;

import io.floorwalker.config.Keys;
import io.floorwalker.schema.DeliveryAttempt;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets at most so many actions through in any minute {@code (t - 1 min, t]} of the wall clock, an
 * exact sliding window over the whole job; the others are held and go on in their order as the rate
 * allows. An action that is too old passes without being charged, for the sender writes it down as
 * expired; so does word that one is over, which overtakes what is held.
 *
 * <pre>{@code
 * most = 2      0s     1s     2s     60s
 * arrive        A      B      C
 * let through   A      B             C       held at 2 s, until A's minute is over
 * }</pre>
 */
final class StormStop extends KeyedProcessFunction<String, Errand, Errand> {
  private static final long serialVersionUID = 1L;

  static final OutputTag<DeliveryAttempt> HELD = new OutputTag<>("held") {};

  private static final Logger LOG = LoggerFactory.getLogger(StormStop.class);

  private final long most;
  private transient @Nullable HeldActions held;
  private transient Counter heldActions = new SimpleCounter();
  private transient Counter storms = new SimpleCounter();
  private transient volatile long waiting; // the gauge is read by another thread, without a key

  private StormStop(long most) {
    this.most = most;
  }

  /** One key and one subtask, because the limit is one for all. */
  static SingleOutputStreamOperator<Errand> attach(DataStream<Errand> errands, long most) {
    KeyedStream<Errand, String> together = errands.keyBy(errand -> Sender.KEY);
    return together
        .process(new StormStop(most))
        .returns(TypeInformation.of(Errand.class))
        .name("storm stop")
        .uid("storm-stop-v1")
        .forceNonParallel();
  }

  @Override
  public void open(OpenContext context) {
    held = HeldActions.open(getRuntimeContext(), most);
    heldActions = getRuntimeContext().getMetricGroup().counter("held_actions");
    storms = getRuntimeContext().getMetricGroup().counter("storms");
    getRuntimeContext().getMetricGroup().gauge("held", () -> waiting);
  }

  @Override
  public void processElement(Errand errand, Context context, Collector<Errand> out)
      throws Exception {
    HeldActions line = opened();
    long now = context.timerService().currentProcessingTime();
    if (errand.isOver() || errand.isExpired(now)) {
      out.collect(errand);
    } else if (line.isEmpty() && line.freeAt() <= now) {
      line.letThrough(now);
      out.collect(errand);
    } else {
      hold(errand, context, now);
    }
  }

  private void hold(Errand errand, Context context, long now) throws Exception {
    HeldActions line = opened();
    if (line.isCalm(now)) {
      storms.inc();
      LOG.warn(
          "more than {} actions in a minute: holding back. See whether a rule went wild before you"
              + " raise {}",
          most,
          Keys.STORM_MAX_ACTIONS.name());
    }
    line.add(errand, now);
    Instant at = Instant.ofEpochMilli(now);
    context.output(HELD, Receipts.note(errand.action(), "", Result.HELD, at));
    context.timerService().registerProcessingTimeTimer(Math.max(line.freeAt(), now));
    heldActions.inc();
    waiting = line.size();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Errand> out)
      throws Exception {
    HeldActions line = opened();
    long now = context.timerService().currentProcessingTime();
    while (!line.isEmpty()) {
      Errand next = line.first();
      if (!next.isExpired(now)) {
        if (line.freeAt() > now) {
          context.timerService().registerProcessingTimeTimer(line.freeAt());
          break;
        }
        line.letThrough(now);
      }
      line.removeFirst(now);
      out.collect(next);
    }
    waiting = line.size();
  }

  private HeldActions opened() {
    if (held == null) {
      throw new IllegalStateException("open() was not called");
    }
    return held;
  }
}
