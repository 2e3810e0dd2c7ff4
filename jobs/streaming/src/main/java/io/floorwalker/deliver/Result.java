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
  NO_TARGET;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
