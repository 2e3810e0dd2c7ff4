package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order of a session's events, whatever order they arrived in. Where the emitter numbers them
 * the number decides, and none takes effect before the one in front of it. What has no number takes
 * effect at its time, from the first number on later by the disorder: in front of a number that
 * takes effect then.
 */
final class SessionOrder {

  /** An event and when it takes effect, UTC ms. */
  record Effect(CustomerEvent event, long at) {}

  private SessionOrder() {}

  /**
   * The events in order, each number and each (time, event id) once. One of a type that nobody
   * knows takes its number and is left out.
   */
  static List<Effect> of(Collection<CustomerEvent> events, Duration disorder) {
    List<CustomerEvent> canonical = CanonicalOrder.of(events);
    List<CustomerEvent> numbered = numbered(canonical);
    List<CustomerEvent> others =
        canonical.stream().filter(event -> event.getSessionSeq() == null).toList();
    long numbersFrom = numbered.isEmpty() ? Long.MAX_VALUE : occurredAt(numbered.get(0));
    List<Effect> effects = new ArrayList<>();
    long before = Long.MIN_VALUE;
    int other = 0;
    for (CustomerEvent next : numbered) {
      while (other < others.size()
          && effectOf(others.get(other), numbersFrom, disorder)
              <= Math.max(before, occurredAt(next))) {
        before = effectOf(others.get(other), numbersFrom, disorder);
        effects.add(new Effect(others.get(other++), before));
      }
      if (EventTypes.all().contains(next.getType())) {
        before = Math.max(before, occurredAt(next));
        effects.add(new Effect(next, before));
      }
    }
    for (CustomerEvent last : others.subList(other, others.size())) {
      effects.add(new Effect(last, effectOf(last, numbersFrom, disorder)));
    }
    return effects;
  }

  private static List<CustomerEvent> numbered(List<CustomerEvent> canonical) {
    Set<Long> seen = new HashSet<>();
    return canonical.stream()
        .filter(event -> event.getSessionSeq() != null)
        .sorted((one, two) -> Long.compare(one.getSessionSeq(), two.getSessionSeq()))
        .filter(event -> seen.add(event.getSessionSeq()))
        .toList();
  }

  private static long effectOf(CustomerEvent other, long numbersFrom, Duration disorder) {
    long at = occurredAt(other);
    return at < numbersFrom ? at : at + disorder.toMillis();
  }

  private static long occurredAt(CustomerEvent event) {
    return event.getOccurredAt().toEpochMilli();
  }
}
