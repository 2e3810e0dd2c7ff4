package io.floorwalker.simulator;

/** What happened to a record on its way from the shop to the topic. */
public enum Fate {
  /** Sent at the moment it occurred. */
  PLAIN,
  /** Sent behind events that occurred after it, within {@link Flaws#disorderBound()}. */
  DISORDERED,
  /** The second copy of an event that was sent already, within the same bound. */
  REPEATED,
  /** A view that is sent {@link Flaws#lateBy()} after it occurred. */
  LATE,
  /** Bytes that no reader can decode; nothing of the shopper is lost with them. */
  BROKEN,
  /** A view more than the shopper made, stamped by a clock that runs in the year 2099. */
  FAR_FUTURE
}
