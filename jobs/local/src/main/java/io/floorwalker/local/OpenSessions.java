package io.floorwalker.local;

import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How many visits go on: sessions with an event less than five minutes before the newest event of
 * all, bots left out. Counts in the order of arrival; nothing else is made of it.
 */
final class OpenSessions {

  static final Duration ACTIVE = Duration.ofMinutes(5);

  private final Map<String, Long> newestOf = new HashMap<>();
  private long newest;

  void see(CustomerEvent event) {
    long at = event.getOccurredAt().toEpochMilli();
    newest = Math.max(newest, at);
    if (event.getSessionId() != null && !event.getIsBot()) {
      newestOf.merge(event.getSessionId(), at, Math::max);
    }
  }

  int count() {
    newestOf.values().removeIf(at -> at + ACTIVE.toMillis() <= newest);
    return newestOf.size();
  }
}
