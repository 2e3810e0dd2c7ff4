package io.floorwalker.detect.struggle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Received;
import java.util.Set;
import org.apache.flink.api.common.functions.FilterFunction;

/**
 * Keeps the events of a person's session, of every type that is known: any of them shows that the
 * session goes on.
 */
final class ShowsStruggle implements FilterFunction<Received> {
  private static final long serialVersionUID = 1L;

  private static final Set<String> TYPES = EventTypes.all();

  @Override
  public boolean filter(Received received) {
    CustomerEvent event = received.event();
    return event.getSessionId() != null && !event.getIsBot() && TYPES.contains(event.getType());
  }
}
