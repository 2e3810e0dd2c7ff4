package io.floorwalker.detect.reopen;

import io.floorwalker.detect.Waiting;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Tells a customer of what becomes of the items of an intent that was left, once per item and kind
 * in a while, until the customer comes back:
 *
 * <pre>{@code
 *             30m        1h            2h           50h
 * match       LEFT       CHEAPER                                 evidence: last activity, change
 * once        LEFT       CHEAPER       CHEAPER                   told already
 * twice       LEFT       CHEAPER                    CHEAPER      48 h are over
 * match       LEFT       CHEAPER       BACK ADDED                before the customer came back
 * no match    LEFT       BACK ADDED    CHEAPER
 * no match    CHEAPER at 29m59.999s
 * }</pre>
 *
 * A correction that takes the abandonment back takes back what was told of it.
 */
public final class ReopenStep extends KeyedProcessFunction<String, LeftNews, Detection> {
  private static final long serialVersionUID = 1L;

  private final ReopenRules rules;
  private final ReopenRecords records;
  private transient @Nullable Waiting<LeftNews> waiting;
  private transient @Nullable ValueState<LeftIntent> left;
  private transient @Nullable MapState<String, Long> told;
  private transient Counter reopened = new SimpleCounter();
  private transient Counter toldAlready = new SimpleCounter();
  private transient Counter retracted = new SimpleCounter();

  ReopenStep(ReopenRules rules, ReopenRecords records) {
    this.rules = rules;
    this.records = records;
  }

  static SingleOutputStreamOperator<Detection> attach(
      KeyedStream<LeftNews, String> customers, ReopenRules rules, ReopenRecords records) {
    return customers
        .process(new ReopenStep(rules, records))
        .name("reopened intents")
        .uid("reopened-intents-v1");
  }

  @Override
  public void open(OpenContext context) {
    waiting = Waiting.open(getRuntimeContext(), LeftNews.class, LeftNews.WITHIN_A_MOMENT);
    left =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("left", TypeInformation.of(LeftIntent.class)));
    told =
        getRuntimeContext().getMapState(new MapStateDescriptor<>("told", Types.STRING, Types.LONG));
    reopened = getRuntimeContext().getMetricGroup().counter(ReopenRecords.KIND);
    toldAlready = getRuntimeContext().getMetricGroup().counter("told_already");
    retracted = getRuntimeContext().getMetricGroup().counter("retracted");
  }

  @Override
  public void processElement(LeftNews news, Context context, Collector<Detection> out)
      throws Exception {
    TimerService timers = context.timerService();
    Detection abandoned = news.abandoned();
    if (abandoned != null && abandoned.getPhase() == Phase.RETRACTED) {
      takeBack(abandoned, out);
    } else if (news.at() > timers.currentWatermark()) {
      opened(waiting).add(news.at(), news, timers);
    }
    // What only a correction says was left, the customer may have come back to long ago.
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    forget(timestamp);
    for (LeftNews news : opened(waiting).take(timestamp)) {
      if (news.abandoned() != null) {
        opened(left).update(LeftIntent.of(news.abandoned()));
        context.timerService().registerEventTimeTimer(news.at() + rules.kept().toMillis());
      } else if (news.turn() != null) {
        tell(news.turn(), context.timerService(), out);
      } else {
        opened(left).clear();
      }
    }
  }

  private void tell(ItemTurn turn, TimerService timers, Collector<Detection> out) throws Exception {
    @Nullable LeftIntent intent = opened(left).value();
    if (intent == null || !turn.isOf(intent.abandoned())) {
      return;
    }
    if (opened(told).contains(turn.topic())) {
      toldAlready.inc();
      return;
    }
    reopened.inc();
    Detection reopens = records.opened(intent.abandoned(), turn);
    out.collect(reopens);
    opened(left).update(intent.with(reopens));
    long quietUntil = turn.at() + rules.quiet().toMillis();
    opened(told).put(turn.topic(), quietUntil);
    timers.registerEventTimeTimer(quietUntil);
  }

  private void takeBack(Detection retraction, Collector<Detection> out) throws Exception {
    long at = retraction.getDetectedAt().toEpochMilli();
    opened(waiting).remove(at, news -> news.id().equals(retraction.getDetectionId()));
    @Nullable LeftIntent intent = opened(left).value();
    if (intent == null || !intent.isOf(retraction)) {
      return;
    }
    for (Detection said : intent.said()) {
      retracted.inc();
      out.collect(records.takenBack(said, retraction));
    }
    opened(left).clear();
  }

  /** The intent that has become too old, and what may be told again. */
  private void forget(long now) throws Exception {
    @Nullable LeftIntent intent = opened(left).value();
    if (intent != null
        && now >= intent.abandoned().getDetectedAt().plus(rules.kept()).toEpochMilli()) {
      opened(left).clear();
    }
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, Long> topic : opened(told).entries()) {
      if (topic.getValue() <= now) {
        over.add(topic.getKey());
      }
    }
    for (String topic : over) {
      opened(told).remove(topic);
    }
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}
