package io.floorwalker.deliver;

import io.floorwalker.schema.Action;

/**
 * An action that is on its way. Held in checkpoints, so that the attempts after a restore go on
 * counting.
 *
 * @param attempts how many attempts were answered
 * @param notBefore wall clock of the next attempt, milliseconds
 */
public record Pending(Errand errand, int attempts, long notBefore) {

  /** An action that was not tried yet; it is due when it was planned for. */
  static Pending of(Errand errand) {
    return new Pending(errand, 0, errand.action().getScheduledAt().toEpochMilli());
  }

  Pending tried(long nextNotBefore) {
    return new Pending(errand, attempts + 1, nextNotBefore);
  }

  Action action() {
    return errand.action();
  }

  String id() {
    return errand.id();
  }
}
