package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and after how long an action is tried again: exponential with full jitter, so that the
 * senders that failed together do not come back together.
 */
final class RetryPolicy {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MOST_DOUBLINGS = 30;

  private final long attempts;
  private final Duration first;
  private final Duration oldest;
  private final RandomGenerator random;

  RetryPolicy(RetrySettings settings, RandomGenerator random) {
    this.attempts = settings.attempts();
    this.first = settings.backoff();
    this.oldest = settings.maxAge();
    this.random = random;
  }

  /**
   * From when on an errand is too old, milliseconds: its expiry, or the age limit if earlier; the
   * limit alone for word that something is over. Its age counts from its time, or from when it was
   * first heard of where that was later.
   */
  long deadline(Errand errand) {
    Action action = errand.action();
    long since = Math.max(action.getScheduledAt().toEpochMilli(), errand.heardAt());
    long tooOld = since + oldest.toMillis();
    return errand.isOver() ? tooOld : Math.min(action.getExpiresAt().toEpochMilli(), tooOld);
  }

  /** Whether an action that was tried so often is given up. */
  boolean isExhausted(int attempt) {
    return attempt >= attempts;
  }

  /** Milliseconds to wait after this attempt, from 1: what the target asked, else drawn. */
  long waitMillis(int attempt, Answer answer) {
    Long asked = answer.retryAfterMillis();
    if (asked != null) {
      return asked;
    }
    int doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
    long first = Math.min(this.first.toMillis(), LONGEST.toMillis());
    return random.nextLong(Math.min(first << doublings, LONGEST.toMillis()) + 1);
  }
}
