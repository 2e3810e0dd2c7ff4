package io.floorwalker.oracle;

import java.time.Duration;

/**
 * The settings that the stakeholder rule depends on. Throws IllegalArgumentException when a
 * duration is not positive or step 3 would come before step 2.
 *
 * @param roster setting {@code stakeholder.roster}
 * @param staleAfter L, setting {@code stakeholder.stale.after}
 * @param secondAfter step 2 comes so long after step 1, setting {@code
 *     stakeholder.stale.second.after}
 * @param thirdAfter step 3 comes so long after step 1, setting {@code
 *     stakeholder.stale.third.after}
 */
public record StakeholderOracleSettings(
    Roster roster, Duration staleAfter, Duration secondAfter, Duration thirdAfter) {

  /** Whom the rule watches. */
  public enum Roster {
    /** The active contacts of target accounts. */
    REQUIRED,
    /** Every contact that is seen too. */
    OPTIONAL
  }

  public StakeholderOracleSettings {
    if (staleAfter.toMillis() <= 0 || secondAfter.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "staleAfter is "
              + staleAfter
              + ", secondAfter "
              + secondAfter
              + "; give durations of at least 1 ms");
    }
    if (thirdAfter.compareTo(secondAfter) < 0) {
      throw new IllegalArgumentException(
          "thirdAfter "
              + thirdAfter
              + " is shorter than secondAfter "
              + secondAfter
              + "; give at least it");
    }
  }

  /** The rule with the built-in thresholds: 7, 14 and 30 days of silence. */
  public static StakeholderOracleSettings builtIn(Roster roster) {
    return new StakeholderOracleSettings(
        roster, Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(23));
  }
}
