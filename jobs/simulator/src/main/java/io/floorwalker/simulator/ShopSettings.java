package io.floorwalker.simulator;

import java.time.Duration;

/**
 * What kind of day the shop has. Throws IllegalArgumentException for a value outside its range.
 *
 * @param seed the same seed and settings give the same bytes
 * @param sessions how many visits shoppers make in all, those of contacts not counted; 0 = endless
 * @param pace how many come, how fast, for how long
 * @param thresholds the scripts leave, return, order and fall silent around these
 * @param flaws what goes wrong on the way to the topic
 */
public record ShopSettings(long seed, int sessions, Pace pace, Thresholds thresholds, Flaws flaws) {

  private static final Duration ANY_WAIT = Duration.ofDays(1);

  public ShopSettings {
    if (sessions < 0) {
      throw new IllegalArgumentException(
          "sessions is " + sessions + "; give how many visits to make, or 0 for endless");
    }
  }

  /**
   * A busy live shop with the usual flaws: one new shopper a second, none of whom waits more than 3
   * min for a plot's sake, and 20 contacts of 6 accounts.
   */
  public static ShopSettings demo(long seed, int sessions, double speed, Thresholds thresholds) {
    Pace pace = new Pace(60, speed, false, Duration.ofMinutes(3), 6);
    return new ShopSettings(seed, sessions, pace, thresholds, Flaws.usual());
  }

  /** Shoppers only, at the built-in thresholds and everybody's own pace, without flaws. */
  public static ShopSettings calm(long seed, int sessions) {
    Pace pace = new Pace(10, 1, false, ANY_WAIT, 0);
    return new ShopSettings(seed, sessions, pace, Thresholds.builtIn(), Flaws.none());
  }

  /**
   * A finished past without flaws: visits spread over so many days, few at night, and one account
   * for every 80 visits, but at least 6.
   */
  public static ShopSettings history(long seed, int sessions, int days, Thresholds thresholds) {
    if (sessions < 1 || days < 1) {
      throw new IllegalArgumentException(
          "a history of " + sessions + " sessions in " + days + " days; give at least 1 of each");
    }
    double perMinute = sessions / (double) Duration.ofDays(days).toMinutes();
    Pace pace = new Pace(perMinute, 1, true, ANY_WAIT, Math.max(6, sessions / 80));
    return new ShopSettings(seed, sessions, pace, thresholds, Flaws.none());
  }

  /** The same day with other flaws; the shoppers do exactly the same. */
  public ShopSettings with(Flaws other) {
    return new ShopSettings(seed, sessions, pace, thresholds, other);
  }

  /** How long the shop is open, ms; beyond everybody's life where it is endless. */
  long opensForMs() {
    return sessions == 0
        ? Long.MAX_VALUE / 4
        : Math.round(sessions * 60_000 / pace.arrivalsPerMinute());
  }
}
