package io.floorwalker.deliver;

import java.io.IOException;
import java.time.Instant;

/** Carries letters to a target and waits for the answer: the part of a channel that differs. */
interface Carrier {

  /**
   * Tries once to bring an action.
   *
   * @param at the wall clock of this attempt
   * @throws IOException where no answer came
   * @throws IllegalArgumentException for an action that can never be sent
   */
  Answer carry(Letter letter, Instant at) throws IOException;

  /**
   * Tries once to tell that what was brought is over; {@link Answer#irrevocable} where it cannot.
   */
  Answer takeBack(Letter letter, Instant at) throws IOException;
}
