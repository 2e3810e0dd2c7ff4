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
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Lets the first row or record of each key pass and counts the repeats; a key is remembered for a
 * while of wall clock.
 */
final class FirstOnly<T> extends KeyedProcessFunction<String, T, T> {
  private static final long serialVersionUID = 1L;

  /** Longer than any sender tries again. */
  static final Duration A_DAY = Duration.ofHours(24);

  /**
   * For what a job derives and writes again after a restore: it goes on where its last checkpoint
   * stands, and that is as old as its outage was long, a weekend perhaps, while this job ran on.
   */
  static final Duration A_WEEK = Duration.ofDays(7);

  private final Duration remembered;
  private transient @Nullable ValueState<Boolean> seen;
  private transient Counter repeated = new SimpleCounter();

  FirstOnly(Duration remembered) {
    this.remembered = remembered;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<Boolean> descriptor = new ValueStateDescriptor<>("seen", Types.BOOLEAN);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(remembered).build());
    seen = getRuntimeContext().getState(descriptor);
    repeated = getRuntimeContext().getMetricGroup().counter("repeated");
  }

  @Override
  public void processElement(T row, Context context, Collector<T> out) throws Exception {
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
