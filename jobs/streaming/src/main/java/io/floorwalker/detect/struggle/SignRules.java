package io.floorwalker.detect.struggle;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Scope;
import io.floorwalker.config.Settings;
import io.floorwalker.config.Tuned;
import java.io.Serializable;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Function;

/** What of the signs is a setting, at each site. */
record SignRules(Tuned<QuietElements> quiet, Tuned<Patience> patience, Tuned<SlowFrom> slowFrom)
    implements Serializable {

  /**
   * How long a silence must last to be a sign; an answer at exactly its end is too late.
   *
   * @param reaction from a click to the reaction of the page
   * @param step from the view of a checkout step to whatever comes next
   * @param attempt from a hard decline to another attempt to pay
   */
  record Patience(Duration reaction, Duration step, Duration attempt) implements Serializable {

    static Patience from(Settings settings) {
      return new Patience(
          settings.duration(Keys.STRUGGLE_DEAD_CLICK_AFTER),
          settings.duration(Keys.STRUGGLE_STALL_AFTER),
          settings.duration(Keys.STRUGGLE_GAVE_UP_AFTER));
    }
  }

  /** A page is slow beyond this, milliseconds. */
  record SlowFrom(long lcp, long inp) implements Serializable {

    static SlowFrom from(Settings settings) {
      return new SlowFrom(
          settings.number(Keys.STRUGGLE_SLOW_LCP), settings.number(Keys.STRUGGLE_SLOW_INP));
    }
  }

  static SignRules from(Settings settings) {
    return new SignRules(
        Tuned.of(
            settings, Scope.SITE, site -> QuietElements.and(site.text(Keys.STRUGGLE_SUPPRESS))),
        Tuned.of(settings, Scope.SITE, Patience::from),
        Tuned.of(settings, Scope.SITE, SlowFrom::from));
  }

  /** A silence is over by this time at every site. */
  Duration longest(Function<Patience, Duration> silence) {
    return patience.all().map(silence).max(Comparator.naturalOrder()).orElseThrow();
  }
}
