package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first planned record of each action pass, and the first that says it is over; what has
 * another status, and repeats, are counted. An action is remembered for 7 d of wall clock, as long
 * as any treatment lives.
 */
final class PlannedOnce extends KeyedProcessFunction<String, Action, Errand> {
  private static final long serialVersionUID = 1L;
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private transient @Nullable ValueState<Boolean> planned;
  private transient @Nullable ValueState<Boolean> over;
  private transient Counter repeated = new SimpleCounter();
  private transient Counter neither = new SimpleCounter();

  private PlannedOnce() {}

  static DataStream<Errand> attach(DataStream<Action> actions) {
    KeyedStream<Action, String> byAction = actions.keyBy(Action::getActionId);
    return byAction
        .process(new PlannedOnce())
        .returns(TypeInformation.of(Errand.class))
        .name("planned, once")
        .uid("planned-once-v1");
  }

  @Override
  public void open(OpenContext context) {
    planned = seen("seen");
    over = seen("over");
    repeated = getRuntimeContext().getMetricGroup().counter("repeated");
    neither = getRuntimeContext().getMetricGroup().counter("not_planned");
  }

  private ValueState<Boolean> seen(String name) {
    ValueStateDescriptor<Boolean> descriptor = new ValueStateDescriptor<>(name, Types.BOOLEAN);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED).build());
    return getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(Action action, Context context, Collector<Errand> out)
      throws Exception {
    ValueState<Boolean> seen = Errand.isOver(action) ? over : planned;
    if (seen == null) {
      throw new IllegalStateException("open() was not called");
    }
    if (!Errand.isOver(action) && !Errand.isPlanned(action)) {
      neither.inc();
    } else if (seen.value() != null) {
      repeated.inc();
    } else {
      seen.update(true);
      out.collect(new Errand(action, context.timerService().currentProcessingTime()));
    }
  }
}
