package io.floorwalker.decisions;

import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Purpose;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What can be done about a detection.
 *
 * @param name stands in decisions and actions
 * @param expiry not sent so long after it was decided
 */
public record Treatment(
    String name, Purpose purpose, Route route, Duration expiry, @Nullable ContactCost cost)
    implements Serializable {

  /** The name of the candidate that every decision has. */
  public static final String DO_NOTHING = "do_nothing";

  String channel() {
    return route.channel();
  }

  boolean reachesCustomer() {
    return route.audience() == Audience.CUSTOMER;
  }

  /** Chats and what costs money are kept back during an outage; help on the page is not. */
  boolean waitsForOutages() {
    return reachesCustomer() && (purpose != Purpose.SERVICE || channel().equals("chat"));
  }

  /** A person who is reached for more than service must have agreed. */
  boolean needsConsent() {
    return reachesCustomer() && purpose != Purpose.SERVICE;
  }
}
