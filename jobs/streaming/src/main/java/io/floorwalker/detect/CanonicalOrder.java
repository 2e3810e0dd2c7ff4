package io.floorwalker.detect;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.Comparator;

/**
 * The order of one key's events at one moment, for jobs and oracle alike: the number in the session
 * where the emitter gives one, activity of an intent before others before the order, and the event
 * id last.
 */
public final class CanonicalOrder {

  /** Orders events of equal time. */
  public static final Comparator<CustomerEvent> WITHIN_A_MOMENT =
      Comparator.comparing(
              CustomerEvent::getSessionSeq, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(event -> rank(event.getType()))
          .thenComparing(CustomerEvent::getEventId);

  private CanonicalOrder() {}

  private static int rank(String type) {
    if (IntentActivity.is(type)) {
      return 0;
    }
    return type.equals(EventTypes.ORDER_PLACED) ? 2 : 1;
  }
}
