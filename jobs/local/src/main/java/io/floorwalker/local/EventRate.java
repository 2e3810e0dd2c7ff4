package io.floorwalker.local;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many events came, in all and a second over the last ten seconds of the wall clock. */
final class EventRate {

  private static final long WINDOW_MILLIS = 10_000;

  private final long startedAt;
  private final Deque<Long> arrivals = new ArrayDeque<>();
  private long total;

  EventRate(long startedAtMillis) {
    this.startedAt = startedAtMillis;
  }

  void add(long nowMillis) {
    total++;
    arrivals.addLast(nowMillis);
    forget(nowMillis);
  }

  long total() {
    return total;
  }

  /** In the first ten seconds over the time since the start, of which at least one second. */
  double perSecond(long nowMillis) {
    forget(nowMillis);
    long span = Math.min(WINDOW_MILLIS, Math.max(1_000, nowMillis - startedAt));
    return arrivals.size() * 1_000.0 / span;
  }

  private void forget(long nowMillis) {
    while (!arrivals.isEmpty() && arrivals.getFirst() <= nowMillis - WINDOW_MILLIS) {
      arrivals.removeFirst();
    }
  }
}
