package io.floorwalker.deliver;

import java.time.Duration;

/**
 * Leaves a target alone that fails again and again, lets nobody in, or has asked for it. Then one
 * attempt goes first, and the others follow when it ends well. Times are milliseconds of wall
 * clock.
 */
final class Circuit {
  static final int FAILURES = 5;
  static final Duration REST = Duration.ofSeconds(30);
  static final Duration SHUT = Duration.ofMinutes(5);

  private int failures;
  private boolean open;
  private long freeAt = Long.MIN_VALUE;

  void answered(Answer answer, long now) {
    Long asked = answer.retryAfterMillis();
    if (asked != null) {
      rest(now + asked);
    }
    if (answer.shut()) {
      open = true;
      rest(now + SHUT.toMillis());
    } else if (answer.result() == Result.RETRY && asked == null) {
      failed(now);
    } else {
      failures = 0;
      open = false;
    }
  }

  /** Not before this time may anything be tried. */
  long freeAt() {
    return freeAt;
  }

  /** Whether only one attempt at a time may find out how the target is. */
  boolean isOpen() {
    return open;
  }

  private void failed(long now) {
    failures++;
    if (failures >= FAILURES) {
      open = true;
      rest(now + REST.toMillis());
    }
  }

  private void rest(long until) {
    freeAt = Math.max(freeAt, until);
  }
}
