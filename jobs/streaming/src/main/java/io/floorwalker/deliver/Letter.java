package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt brings to a target.
 *
 * @param handle of the message that the letter is about, as the target gave it: the one that is to
 *     be changed, or the first of the thread that this one goes on; null where there is none
 */
public record Letter(Action action, @Nullable String handle) {

  static Letter first(Action action) {
    return new Letter(action, null);
  }

  String id() {
    return action.getActionId();
  }

  /** Whether it says that something which was sent is over. */
  boolean isOver() {
    return Errand.isOver(action);
  }
}
