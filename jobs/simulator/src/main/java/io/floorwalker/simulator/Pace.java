package io.floorwalker.simulator;

import java.time.Duration;

/**
 * How fast and how long a shop lives. Throws IllegalArgumentException for a value outside its
 * range.
 *
 * @param arrivalsPerMinute visits that begin in a minute, on average
 * @param speed divides the shoppers' thinking times; never a threshold
 * @param dayAndNight whether few come at night, UTC
 * @param patience the longest wait that a plot of fixed length may ask of its shopper
 * @param accounts B2B accounts, of three or four contacts each
 */
public record Pace(
    double arrivalsPerMinute, double speed, boolean dayAndNight, Duration patience, int accounts) {

  public Pace {
    checkPositive("arrivalsPerMinute", arrivalsPerMinute);
    checkPositive("speed", speed);
    if (accounts < 0) {
      throw new IllegalArgumentException("accounts is " + accounts + "; give zero or more");
    }
  }

  private static void checkPositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " is " + value + "; give a number above 0");
    }
  }
}
