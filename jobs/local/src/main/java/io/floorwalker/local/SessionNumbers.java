package io.floorwalker.local;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Counts the events of each session, from 1 and without holes, in the order in which they come. */
final class SessionNumbers {
  private final Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
  private final Map<String, Long> last = new HashMap<>();

  Stream<RawEvent> number(Stream<RawEvent> events) {
    return events.map(this::numbered);
  }

  private RawEvent numbered(RawEvent raw) {
    CustomerEvent event = decoded(raw);
    String session = event.getSessionId();
    if (session == null) {
      return raw;
    }
    event.setSessionSeq(last.merge(session, 1L, Long::sum));
    return new RawEvent(raw.occurredAtMs(), raw.key(), wire.encode(event));
  }

  private CustomerEvent decoded(RawEvent raw) {
    try {
      return wire.decode(raw.value());
    } catch (MalformedRecord e) {
      throw new IllegalStateException("what was encoded here cannot be read", e);
    }
  }
}
