package io.floorwalker.local;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the demo's receiver was sent: counts of all, and the last hundred. Thread-safe. */
final class Arrivals {

  private static final int SHOWN = 100;
  private static final int REMEMBERED = 100_000;

  private final Deque<Arrival> last = new ArrayDeque<>();
  private final Recent<Boolean> ids = new Recent<>(REMEMBERED);
  private long first;
  private long repeated;
  private long refused;

  /** A signed message; the same id again is the same message again. */
  synchronized void accept(Instant at, String channel, String id, String body) {
    boolean again = ids.put(id, true) != null;
    if (again) {
      repeated++;
    } else {
      first++;
    }
    last.addLast(new Arrival(at, channel, id, body, again));
    if (last.size() > SHOWN) {
      last.removeFirst();
    }
  }

  /** A message without a valid signature, or one that could not be read. */
  synchronized void refuse() {
    refused++;
  }

  /** {@code arrived}, and {@code repeated} and {@code refused} where there are any. */
  synchronized Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    counts.put("arrived", first);
    if (repeated > 0) {
      counts.put("repeated", repeated);
    }
    if (refused > 0) {
      counts.put("refused", refused);
    }
    return counts;
  }

  /** The last hundred, the newest first. */
  synchronized List<Arrival> newest() {
    List<Arrival> newest = new ArrayList<>(last);
    Collections.reverse(newest);
    return newest;
  }

  /**
   * One message.
   *
   * @param again its id had come before
   */
  record Arrival(Instant at, String channel, String id, String body, boolean again) {}
}
