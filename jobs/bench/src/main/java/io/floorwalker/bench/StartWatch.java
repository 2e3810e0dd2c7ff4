package io.floorwalker.bench;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMinimum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Stands behind a source: notes when its first record came, and how many came. */
final class StartWatch<T> extends RichFilterFunction<T> {
  private static final long serialVersionUID = 1L;

  static final String STARTED = "started";
  static final String STARTED_CPU = "started, CPU";
  static final String EVENTS = "events";

  private final LongMinimum started = new LongMinimum();
  private final LongMinimum startedCpu = new LongMinimum();
  private final LongCounter events = new LongCounter();
  private boolean running;

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(STARTED, started);
    getRuntimeContext().addAccumulator(STARTED_CPU, startedCpu);
    getRuntimeContext().addAccumulator(EVENTS, events);
  }

  @Override
  public boolean filter(T event) {
    if (!running) {
      running = true;
      started.add(System.nanoTime());
      startedCpu.add(ProcessTime.cpuNanos());
    }
    events.add(1);
    return true;
  }
}
