package io.floorwalker.detect.struggle;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;
import java.time.Duration;

/** What of the signs is a setting. */
record SignRules(QuietElements quiet, Patience patience, SlowFrom slowFrom)
    implements Serializable {

  /**
   * How long a silence must last to be a sign; an answer at exactly its end is too late.
   *
   * @param reaction from a click to the reaction of the page
   * @param step from the view of a checkout step to whatever comes next
   * @param attempt from a hard decline to another attempt to pay
   */
  record Patience(Duration reaction, Duration step, Duration attempt) implements Serializable {}

  /** A page is slow beyond this, milliseconds. */
  record SlowFrom(long lcp, long inp) implements Serializable {}

  static SignRules from(Settings settings) {
    return new SignRules(
        QuietElements.and(settings.text(Keys.STRUGGLE_SUPPRESS)),
        new Patience(
            settings.duration(Keys.STRUGGLE_DEAD_CLICK_AFTER),
            settings.duration(Keys.STRUGGLE_STALL_AFTER),
            settings.duration(Keys.STRUGGLE_GAVE_UP_AFTER)),
        new SlowFrom(
            settings.number(Keys.STRUGGLE_SLOW_LCP), settings.number(Keys.STRUGGLE_SLOW_INP)));
  }
}
