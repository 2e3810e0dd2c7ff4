package io.floorwalker.detect.reopen;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;
import java.time.Duration;

/**
 * Whose items are watched, and what is said of them.
 *
 * @param kept how long after an abandonment
 * @param quiet the same kind of thing about the same item is said once in so long
 * @param lowStock so many pieces or fewer
 * @param customers of one item that are remembered
 */
record ReopenRules(Duration kept, Duration quiet, long lowStock, long customers)
    implements Serializable {

  static ReopenRules from(Settings settings) {
    return new ReopenRules(
        settings.duration(Keys.REOPEN_KEPT),
        settings.duration(Keys.REOPEN_QUIET),
        settings.number(Keys.REOPEN_LOW_STOCK),
        settings.number(Keys.REOPEN_CUSTOMERS));
  }

  /** Whether anybody asks. */
  boolean isOn() {
    return !kept.isZero();
  }
}
