package io.floorwalker.outcome;

import io.floorwalker.decisions.Achieved;
import io.floorwalker.decisions.Exposure;
import io.floorwalker.decisions.Success;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Joins exposures with what the unit did, in event time: one outcome for each exposure, when its
 * window ends. Which of the two comes to be known first does not matter.
 */
public final class OutcomeStep extends KeyedProcessFunction<String, UnitNews, Outcome> {
  private static final long serialVersionUID = 1L;
  private static final Comparator<Exposure> IN_TIME =
      Comparator.comparingLong(Exposure::closesAt)
          .thenComparing(exposure -> exposure.open().getDecisionId());

  private transient @Nullable MapState<String, Exposure> exposures;
  private transient @Nullable Achievements achievements;
  private transient Counter converted = new SimpleCounter();
  private transient Counter notConverted = new SimpleCounter();
  private transient Counter late = new SimpleCounter();

  private OutcomeStep() {}

  public static DataStream<Outcome> attach(KeyedStream<UnitNews, String> news) {
    return news.process(new OutcomeStep()).name("outcomes").uid("outcomes-v1");
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = getRuntimeContext().getMetricGroup();
    converted = metrics.counter("converted");
    notConverted = metrics.counter("not_converted");
    late = metrics.counter("late_successes");
    achievements = Achievements.open(getRuntimeContext());
    exposures =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "exposures", Types.STRING, TypeInformation.of(Exposure.class)));
  }

  @Override
  public void processElement(UnitNews news, Context context, Collector<Outcome> out)
      throws Exception {
    if (news.exposure() != null) {
      expose(news.exposure(), context);
    }
    if (news.achieved() != null) {
      achieve(news.achieved(), context);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Outcome> out)
      throws Exception {
    List<Achieved> achieved = opened(achievements).all();
    for (Exposure exposure : over(timestamp)) {
      Outcome outcome = exposure.outcome(achieved);
      (outcome.getKind() == OutcomeKind.CONVERTED ? converted : notConverted).inc();
      out.collect(outcome);
      opened(exposures).remove(exposure.open().getDecisionId());
    }
    opened(achievements).forget(timestamp);
  }

  private void expose(Exposure exposure, Context context) throws Exception {
    opened(exposures).put(exposure.open().getDecisionId(), exposure);
    context.timerService().registerEventTimeTimer(exposure.closesAt() - 1);
  }

  private void achieve(Achieved achieved, Context context) throws Exception {
    // What another job says has no place in time here.
    if (achieved.success() != Success.RESTORED
        && achieved.at() <= context.timerService().currentWatermark()) {
      late.inc();
    }
    opened(achievements).add(achieved);
    context.timerService().registerEventTimeTimer(Achievements.forgottenAt(achieved));
  }

  /** Those whose windows have ended, in the order in which they did. */
  private List<Exposure> over(long now) throws Exception {
    List<Exposure> over = new ArrayList<>();
    for (Exposure exposure : opened(exposures).values()) {
      if (exposure.closesAt() - 1 <= now) {
        over.add(exposure);
      }
    }
    over.sort(IN_TIME);
    return over;
  }

  private static <T> T opened(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("open() was not called");
    }
    return part;
  }
}
