package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Received;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFilterFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;

/**
 * Keeps the events of a person's session, of every type that is known: any of them shows that the
 * session goes on. One of another type is kept where it has a number, which would be missed.
 */
final class ShowsStruggle extends RichFilterFunction<Received> {
  private static final long serialVersionUID = 1L;

  private static final Set<String> TYPES = EventTypes.all();

  private transient Counter ignored = new SimpleCounter();

  @Override
  public void open(OpenContext context) {
    ignored = getRuntimeContext().getMetricGroup().counter("ignored");
  }

  @Override
  public boolean filter(Received received) {
    CustomerEvent event = received.event();
    boolean matters =
        event.getSessionId() != null
            && !event.getIsBot()
            && (isKnown(event) || event.getSessionSeq() != null);
    if (!matters) {
      ignored.inc();
    }
    return matters;
  }

  /** Whether the type says anything. */
  static boolean isKnown(CustomerEvent event) {
    return TYPES.contains(event.getType());
  }
}
