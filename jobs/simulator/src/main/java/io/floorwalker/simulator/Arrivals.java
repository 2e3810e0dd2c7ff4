package io.floorwalker.simulator;

/**
 * When visits begin: at random, as many a minute as the pace says, fewer at night where it says so.
 */
final class Arrivals {

  private final Pace pace;
  private final Dice dice;
  private long evenMs;

  Arrivals(Pace pace, Dice dice, long startAtMs) {
    this.pace = pace;
    this.dice = dice;
    this.evenMs = pace.dayAndNight() ? DayAndNight.evenAt(startAtMs) : startAtMs;
    moveOn(1);
  }

  long nextMs() {
    return pace.dayAndNight() ? DayAndNight.clockAt(evenMs) : evenMs;
  }

  /** So many visits have been given out. */
  void moveOn(int visits) {
    for (int i = 0; i < visits; i++) {
      evenMs += Math.max(1, dice.waiting(60_000 / pace.arrivalsPerMinute()));
    }
  }
}
