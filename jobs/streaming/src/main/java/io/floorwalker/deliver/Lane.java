package io.floorwalker.deliver;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The queue of one channel, with a cap on attempts at a time: a target that does not answer fills
 * its own lane and no other.
 */
final class Lane {
  static final int ATTEMPTS_AT_A_TIME = 16;

  private final Channel channel;
  private final Queue<Pending> due = new ArrayDeque<>();
  private int running;

  Lane(Channel channel) {
    this.channel = channel;
  }

  Channel channel() {
    return channel;
  }

  void add(Pending pending) {
    due.add(pending);
  }

  /** The next that may be tried; null where none is due or the cap is reached. */
  @Nullable Pending next() {
    return running < ATTEMPTS_AT_A_TIME ? due.poll() : null;
  }

  void started() {
    running++;
  }

  void ended() {
    running--;
  }
}
