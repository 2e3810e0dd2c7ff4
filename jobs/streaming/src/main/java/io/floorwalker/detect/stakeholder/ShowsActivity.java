package io.floorwalker.detect.stakeholder;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Received;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a contact of an account did. Bots did nothing, and our own people only where they
 * write down in the CRM that they met the contact.
 */
final class ShowsActivity extends RichFlatMapFunction<Received, Watched> {
  private static final long serialVersionUID = 1L;

  private transient Counter ignored = new SimpleCounter();

  @Override
  public void open(OpenContext context) {
    ignored = getRuntimeContext().getMetricGroup().counter("ignored");
  }

  @Override
  public void flatMap(Received received, Collector<Watched> out) {
    if (matters(received.event())) {
      out.collect(Watched.of(received));
    } else {
      ignored.inc();
    }
  }

  private static boolean matters(CustomerEvent event) {
    boolean counts =
        switch (event.getType()) {
          case EventTypes.PORTAL_ACTIVITY, EventTypes.SIGNED_IN, EventTypes.ORDER_PLACED ->
              !event.getIsInternal();
          case EventTypes.CRM_ACTIVITY -> true;
          default -> false;
        };
    return counts
        && !event.getIsBot()
        && isSet(event.getAccountId())
        && isSet(event.getContactId());
  }

  private static boolean isSet(@Nullable String id) {
    return id != null && !id.isBlank();
  }
}
