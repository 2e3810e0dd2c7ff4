package io.floorwalker.deliver;

import io.floorwalker.schema.Action;

/**
 * An action, and when it was first heard of: its age counts from then, for what was planned for a
 * time long ago is news all the same when the job comes to it.
 *
 * @param heardAt wall clock, milliseconds
 */
public record Errand(Action action, long heardAt) {

  String id() {
    return action.getActionId();
  }

  /** From when on it is of no use to anybody, however often it could still be tried. */
  boolean isExpired(long now) {
    return action.getExpiresAt().toEpochMilli() <= now;
  }
}
