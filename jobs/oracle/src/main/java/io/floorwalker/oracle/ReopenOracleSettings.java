package io.floorwalker.oracle;

import java.time.Duration;

/**
 * The settings that the rule of reopened intents depends on.
 *
 * @param kept how long an abandoned intent is of interest, setting {@code abandonment.reopen.kept}
 * @param quiet the same about the same item is told once in so long, setting {@code
 *     abandonment.reopen.quiet}
 * @param lowStock so many pieces or fewer, setting {@code abandonment.reopen.low-stock}
 */
public record ReopenOracleSettings(Duration kept, Duration quiet, long lowStock) {

  /** 14 days, 2 days, 3 pieces. */
  public static ReopenOracleSettings builtIn() {
    return new ReopenOracleSettings(Duration.ofDays(14), Duration.ofDays(2), 3);
  }
}
