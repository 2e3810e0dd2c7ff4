package io.floorwalker.simulator;

import java.time.Duration;

/**
 * What kind of day the shop has. Throws IllegalArgumentException for a value outside its range.
 *
 * @param seed the same seed and settings give the same bytes
 * @param sessions how many visits are made in all; 0 = endless
 * @param arrivalsPerMinute new shoppers a minute, on average
 * @param speed divides the shoppers' thinking times; never {@code cartAfter}
 * @param cartAfter T: the scripts leave, return and order around it; at least 1 s
 * @param flaws what goes wrong on the way to the topic
 */
public record ShopSettings(
    long seed,
    int sessions,
    double arrivalsPerMinute,
    double speed,
    Duration cartAfter,
    Flaws flaws) {

  public ShopSettings {
    if (sessions < 0) {
      throw new IllegalArgumentException(
          "sessions is " + sessions + "; give how many visits to make, or 0 for endless");
    }
    checkPositive("arrivalsPerMinute", arrivalsPerMinute);
    checkPositive("speed", speed);
    if (cartAfter.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("cartAfter is " + cartAfter + "; give at least 1 s");
    }
  }

  /** A busy live shop with the usual flaws: one new shopper a second. */
  public static ShopSettings demo(long seed, int sessions, double speed, Duration cartAfter) {
    return new ShopSettings(seed, sessions, 60, speed, cartAfter, Flaws.usual());
  }

  /** A shop at the built-in threshold of 30 min and everybody's own pace, without flaws. */
  public static ShopSettings calm(long seed, int sessions) {
    return new ShopSettings(seed, sessions, 10, 1, Duration.ofMinutes(30), Flaws.none());
  }

  /** The same day with other flaws; the shoppers do exactly the same. */
  public ShopSettings with(Flaws other) {
    return new ShopSettings(seed, sessions, arrivalsPerMinute, speed, cartAfter, other);
  }

  private static void checkPositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " is " + value + "; give a number above 0");
    }
  }
}
