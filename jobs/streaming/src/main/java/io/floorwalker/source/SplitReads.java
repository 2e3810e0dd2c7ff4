package io.floorwalker.source;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Sends what was read to where it belongs: events on, dead letters and ticks to the side. Counts
 * each.
 */
public final class SplitReads extends ProcessFunction<Read, Received> {
  private static final long serialVersionUID = 1L;

  public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead letters") {};
  public static final OutputTag<Tick> TICKS = new OutputTag<>("ticks") {};

  private transient Counter events = new SimpleCounter();
  private transient Counter deadLetters = new SimpleCounter();

  @Override
  public void open(OpenContext context) {
    events = getRuntimeContext().getMetricGroup().counter("events");
    deadLetters = getRuntimeContext().getMetricGroup().counter("dead_letters");
  }

  @Override
  public void processElement(Read read, Context context, Collector<Received> out) {
    CustomerEvent event = read.event();
    DeadLetter failure = read.failure();
    if (event != null) {
      events.inc();
      out.collect(new Received(event, read.partition(), read.offset(), read.appendedAt()));
    } else if (failure != null) {
      deadLetters.inc();
      context.output(DEAD_LETTERS, failure);
    } else {
      context.output(TICKS, new Tick(read.partition(), read.tickSentAt(), read.appendedAt()));
    }
  }
}
