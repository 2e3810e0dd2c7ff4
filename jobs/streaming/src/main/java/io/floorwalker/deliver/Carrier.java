package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import java.io.IOException;
import java.time.Instant;

/** Carries one action to a target and waits for the answer: the part of a channel that differs. */
interface Carrier {

  /**
   * Tries once.
   *
   * @param at the wall clock of this attempt
   * @throws IOException where no answer came
   * @throws IllegalArgumentException for an action that can never be sent
   */
  Answer carry(Action action, Instant at) throws IOException;
}
