package io.floorwalker.lake;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.table.data.RowData;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first row of each key pass and counts the repeats; a key is remembered for 24 h of wall
 * clock.
 */
final class FirstOnly extends KeyedProcessFunction<String, RowData, RowData> {
  private static final long serialVersionUID = 1L;

  private static final Duration REMEMBERED = Duration.ofHours(24);

  private transient @Nullable ValueState<Boolean> seen;
  private transient Counter repeated = new SimpleCounter();

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Boolean> descriptor = new ValueStateDescriptor<>("seen", Types.BOOLEAN);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(REMEMBERED).build());
    seen = getRuntimeContext().getState(descriptor);
    repeated = getRuntimeContext().getMetricGroup().counter("repeated");
  }

  @Override
  public void processElement(RowData row, Context context, Collector<RowData> out)
      throws Exception {
    if (seen == null) {
      throw new IllegalStateException("open() was not called");
    }
    if (seen.value() != null) {
      repeated.inc();
      return;
    }
    seen.update(true);
    out.collect(row);
  }
}
