package io.floorwalker.deliver;

import io.floorwalker.schema.Action;

/**
 * An errand that is on its way. Held in checkpoints, so that the attempts after a restore go on
 * counting.
 *
 * @param attempts how many attempts were answered, of sending and of taking back
 * @param before how many of them were made before this errand came
 * @param notBefore wall clock of the next attempt, milliseconds
 */
public record Pending(Errand errand, int attempts, int before, long notBefore) {

  /** An action that was not tried yet; it is due when it was planned for. */
  static Pending of(Errand errand) {
    return new Pending(errand, 0, 0, errand.action().getScheduledAt().toEpochMilli());
  }

  /** The same errand, about something that was sent; due at once, unless it was tried before. */
  Pending after(Ended sent) {
    return attempts > sent.attempts()
        ? this
        : new Pending(errand, sent.attempts(), sent.attempts(), errand.heardAt());
  }

  Pending tried(long nextNotBefore) {
    return new Pending(errand, attempts + 1, before, nextNotBefore);
  }

  /** The number of the attempt that comes next, of this errand; from 1. */
  int nextTry() {
    return attempts - before + 1;
  }

  Action action() {
    return errand.action();
  }

  String id() {
    return errand.id();
  }
}
