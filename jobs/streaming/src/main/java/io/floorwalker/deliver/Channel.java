package io.floorwalker.deliver;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * One way to reach people. A channel tries once and says what came of it; when to try again is not
 * its business. It reveals its target's name, never its address, in no text and no exception.
 */
public interface Channel {

  /** The target's name in the settings. */
  String target();

  /**
   * Tries once, without blocking. The letter's id tells the target what it has seen already.
   *
   * @param at the wall clock of this attempt
   */
  CompletableFuture<Answer> send(Letter letter, Instant at);
}
