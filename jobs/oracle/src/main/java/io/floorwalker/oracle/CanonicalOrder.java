package io.floorwalker.oracle;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.floorwalker.schema.CustomerEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The one order of a key's events, whatever order they arrived in. */
final class CanonicalOrder {

  /** Time, number in the session (none stands first), rank of the type, event id. */
  static final Comparator<CustomerEvent> COMPARATOR =
      comparing(CustomerEvent::getOccurredAt)
          .thenComparing(CustomerEvent::getSessionSeq, nullsFirst(naturalOrder()))
          .thenComparing(event -> Shopping.rank(event.getType()))
          .thenComparing(CustomerEvent::getEventId);

  private record Identity(Instant occurredAt, String eventId) {}

  private CanonicalOrder() {}

  /** The events in canonical order, each (time, event id) once. */
  static List<CustomerEvent> of(Collection<CustomerEvent> events) {
    Set<Identity> seen = new HashSet<>();
    return events.stream()
        .sorted(COMPARATOR)
        .filter(event -> seen.add(new Identity(event.getOccurredAt(), event.getEventId())))
        .toList();
  }
}
