package io.floorwalker.testkit;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Counts the words of a key, and forgets the count after one second of processing time. */
final class LetterCount extends KeyedProcessFunction<String, String, String> {
  private static final long serialVersionUID = 1L;

  private transient ValueState<Integer> count;

  @Override
  public void open(OpenContext context) {
    count = getRuntimeContext().getState(new ValueStateDescriptor<>("count", Types.INT));
  }

  @Override
  public void processElement(String word, Context context, Collector<String> out) throws Exception {
    int next = count.value() == null ? 1 : count.value() + 1;
    count.update(next);
    out.collect(context.getCurrentKey() + ":" + next);
    context.timerService().registerProcessingTimeTimer(1_000);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) {
    count.clear();
    out.collect(context.getCurrentKey() + " forgotten");
  }
}
