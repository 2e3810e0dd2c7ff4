package io.floorwalker.simulator;

/**
 * Bends even time into days with an evening rush and quiet nights, UTC; a day stays a day. Even
 * time counts ms as the clock does.
 */
final class DayAndNight {

  private static final long DAY_MS = 86_400_000L;
  private static final long HOUR_MS = 3_600_000L;

  /** How busy each hour of the day is, in percent of all day. */
  private static final int[] SHARES = {
    2, 1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 5, 5, 4, 4, 4, 5, 6, 7, 9, 9, 8, 5, 3
  };

  private DayAndNight() {}

  /** The clock time at which as much of the day is done as at this even time. */
  static long clockAt(long evenMs) {
    long day = Math.floorDiv(evenMs, DAY_MS) * DAY_MS;
    long left = evenMs - day;
    for (int hour = 0; hour < 24; hour++) {
      long busy = DAY_MS / 100 * SHARES[hour];
      if (left < busy) {
        return day + hour * HOUR_MS + left * HOUR_MS / busy;
      }
      left -= busy;
    }
    throw new IllegalStateException("the shares of the hours do not add up to 100");
  }

  /** The even time of a clock time. */
  static long evenAt(long clockMs) {
    long day = Math.floorDiv(clockMs, DAY_MS) * DAY_MS;
    int hour = (int) ((clockMs - day) / HOUR_MS);
    long even = day;
    for (int before = 0; before < hour; before++) {
      even += DAY_MS / 100 * SHARES[before];
    }
    return even + (clockMs - day - hour * HOUR_MS) * (DAY_MS / 100 * SHARES[hour]) / HOUR_MS;
  }
}
