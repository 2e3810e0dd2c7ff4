package io.floorwalker.oracle;

import java.time.Duration;

/**
 * The settings that the struggle rule depends on. Throws IllegalArgumentException when one is
 * negative or the threshold is zero.
 *
 * @param thresholdMilli setting {@code struggle.threshold}, thousandths of a point
 * @param rearmAfter setting {@code struggle.rearm.after}
 * @param chatQuiet setting {@code struggle.chat.quiet}
 */
public record StruggleOracleSettings(long thresholdMilli, Duration rearmAfter, Duration chatQuiet) {

  public StruggleOracleSettings {
    if (thresholdMilli <= 0) {
      throw new IllegalArgumentException(
          "thresholdMilli is " + thresholdMilli + "; give at least 1");
    }
    if (rearmAfter.isNegative() || chatQuiet.isNegative()) {
      throw new IllegalArgumentException(
          "rearmAfter is " + rearmAfter + ", chatQuiet " + chatQuiet + "; give none below 0");
    }
  }

  /** The rule with the built-in thresholds: 3.5 points, armed again and quiet for 10 min. */
  public static StruggleOracleSettings builtIn() {
    return new StruggleOracleSettings(3_500, Duration.ofMinutes(10), Duration.ofMinutes(10));
  }
}
