package io.floorwalker.bench;

import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;

/** Stands at the end and lets nothing pass: notes when all was done. */
final class StopWatch<T> extends RichFilterFunction<T> {
  private static final long serialVersionUID = 1L;

  static final String STOPPED = "stopped";
  static final String STOPPED_CPU = "stopped, CPU";

  private final LongMaximum stopped = new LongMaximum();
  private final LongMaximum stoppedCpu = new LongMaximum();

  @Override
  public void open(OpenContext context) {
    getRuntimeContext().addAccumulator(STOPPED, stopped);
    getRuntimeContext().addAccumulator(STOPPED_CPU, stoppedCpu);
  }

  @Override
  public boolean filter(T value) {
    return false;
  }

  @Override
  public void close() {
    stopped.add(System.nanoTime());
    stoppedCpu.add(ProcessTime.cpuNanos());
  }
}
