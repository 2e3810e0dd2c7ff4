package io.floorwalker.deliver;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an action that is through.
 *
 * @param delivered whether its target has it and was not told yet that it is over
 * @param attempts how many were made
 * @param handle by which the target finds it again; null where it has none or finds it by the id
 */
public record Ended(boolean delivered, int attempts, @Nullable String handle) {

  /** Nothing is with the target that would have to be taken back. */
  static Ended idle(int attempts) {
    return new Ended(false, attempts, null);
  }
}
