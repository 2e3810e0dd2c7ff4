package io.floorwalker.deliver;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The queue of one channel, with a cap on attempts at a time, a pace and a circuit: a target that
 * does not answer fills its own lane and no other. Times are milliseconds of wall clock.
 */
final class Lane {
  static final int ATTEMPTS_AT_A_TIME = 16;

  private final Channel channel;
  private final Pace pace;
  private final Circuit circuit = new Circuit();
  private final Map<String, Pending> due = new LinkedHashMap<>();
  private int running;
  private boolean asleep;

  Lane(Channel channel, Pace pace) {
    this.channel = channel;
    this.pace = pace;
  }

  Channel channel() {
    return channel;
  }

  boolean isOpen() {
    return circuit.isOpen();
  }

  void add(Pending pending) {
    due.put(pending.id(), pending);
  }

  /** Takes out what is due and was not tried; it may not be here. */
  void remove(String id) {
    due.remove(id);
  }

  /** The next that may be tried; null where none is due or none may be now. */
  @Nullable Pending next(long now) {
    if (due.isEmpty() || running >= most() || freeAt() > now) {
      return null;
    }
    Iterator<Pending> first = due.values().iterator();
    Pending next = first.next();
    first.remove();
    return next;
  }

  void started(long now) {
    running++;
    pace.started(now);
  }

  void ended(Answer answer, long now) {
    running--;
    circuit.answered(answer, now);
  }

  /** How long to sleep, where something waits for nothing but the time and nobody sleeps yet. */
  OptionalLong sleep(long now) {
    if (asleep || due.isEmpty() || running >= most() || freeAt() <= now) {
      return OptionalLong.empty();
    }
    asleep = true;
    return OptionalLong.of(freeAt() - now);
  }

  void wake() {
    asleep = false;
  }

  private int most() {
    return circuit.isOpen() ? 1 : ATTEMPTS_AT_A_TIME;
  }

  private long freeAt() {
    return Math.max(pace.freeAt(), circuit.freeAt());
  }
}
