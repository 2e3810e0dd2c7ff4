package io.floorwalker.oracle;

import java.time.Duration;
import java.util.List;

/**
 * The settings that the struggle rule depends on. Throws IllegalArgumentException when one is
 * negative or the threshold is zero.
 *
 * @param thresholdMilli setting {@code struggle.threshold}, thousandths of a point
 * @param rearmAfter setting {@code struggle.rearm.after}
 * @param chatQuiet setting {@code struggle.chat.quiet}
 * @param signals those that the single signs depend on
 * @param disorder setting {@code time.disorder}: in a session with numbers, what has none takes
 *     effect so much later
 */
public record StruggleOracleSettings(
    long thresholdMilli,
    Duration rearmAfter,
    Duration chatQuiet,
    Signals signals,
    Duration disorder) {

  /**
   * What the single signs depend on.
   *
   * @param deadClickAfter setting {@code struggle.dead-click.after}
   * @param stallAfter setting {@code struggle.stall.after}
   * @param gaveUpAfter setting {@code struggle.gave-up.after}
   * @param slow settings {@code struggle.slow.lcp} and {@code struggle.slow.inp}
   * @param suppress setting {@code struggle.suppress}, one word each
   */
  public record Signals(
      Duration deadClickAfter,
      Duration stallAfter,
      Duration gaveUpAfter,
      Slow slow,
      List<String> suppress) {

    public Signals {
      suppress = List.copyOf(suppress);
    }

    /** 2.5 s, 90 s, 60 s; 4 s and 500 ms; no word. */
    public static Signals builtIn() {
      return new Signals(
          Duration.ofMillis(2_500),
          Duration.ofSeconds(90),
          Duration.ofSeconds(60),
          new Slow(4_000, 500),
          List.of());
    }
  }

  /** Beyond so many ms a page is slow. */
  public record Slow(long lcpMs, long inpMs) {}

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

  /** The rule with the built-in thresholds: 3.5 points, armed again and quiet for 10 min, 5 s. */
  public static StruggleOracleSettings builtIn() {
    return new StruggleOracleSettings(
        3_500,
        Duration.ofMinutes(10),
        Duration.ofMinutes(10),
        Signals.builtIn(),
        Duration.ofSeconds(5));
  }
}
