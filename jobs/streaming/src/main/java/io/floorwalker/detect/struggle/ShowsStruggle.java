package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.IntentActivity;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Received;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.FilterFunction;

/**
 * Keeps the events of a person's session that a pattern hears or that say where the session is; the
 * rest need not travel.
 */
final class ShowsStruggle implements FilterFunction<Received> {
  private static final long serialVersionUID = 1L;

  private static final Set<String> TYPES = types();

  @Override
  public boolean filter(Received received) {
    CustomerEvent event = received.event();
    return event.getSessionId() != null
        && !event.getIsBot()
        && (TYPES.contains(event.getType())
            || IntentActivity.is(event.getType())
            || Visit.stepOf(event) != null);
  }

  private static Set<String> types() {
    Set<String> types = new HashSet<>(SignalKind.heardByAny());
    types.add(EventTypes.ORDER_PLACED);
    types.add(EventTypes.SUPPORT_CHAT_OPENED);
    return Set.copyOf(types);
  }
}
