package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.ContactActivity;
import io.floorwalker.source.Received;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.Collector;

/** Keeps what a contact of an account did. */
final class ShowsActivity extends RichFlatMapFunction<Received, Watched> {
  private static final long serialVersionUID = 1L;

  private transient Counter ignored = new SimpleCounter();

  @Override
  public void open(OpenContext context) {
    ignored = getRuntimeContext().getMetricGroup().counter("ignored");
  }

  @Override
  public void flatMap(Received received, Collector<Watched> out) {
    if (ContactActivity.is(received.event())) {
      out.collect(Watched.of(received));
    } else {
      ignored.inc();
    }
  }
}
