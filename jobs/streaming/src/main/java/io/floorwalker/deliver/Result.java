package io.floorwalker.deliver;

import java.util.Locale;

/** What became of an action, or of one attempt; the word stands in the table. */
public enum Result {
  /** The target took it. */
  DELIVERED,
  /** It will not be tried again. */
  FAILED,
  /** This attempt failed, another follows. */
  RETRY,
  /** Its time was over before the next attempt. */
  EXPIRED,
  /** It waits because of a storm. */
  HELD,
  /** Nobody has named a target for its channel. */
  NO_TARGET,

  /** It was over before it was sent. */
  CANCELLED,

  /** The target, which has it, was told that it is over. */
  RESOLVED,

  /** The target, which has it, could not be told that it is over. */
  UNRESOLVED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
