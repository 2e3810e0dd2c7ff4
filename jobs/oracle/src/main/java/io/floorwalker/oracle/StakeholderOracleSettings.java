package io.floorwalker.oracle;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @param rhythm what a contact's own days change about L, settings {@code stakeholder.rhythm...}
 * @param calendar in which time silence counts, setting {@code stakeholder.calendar}
 * @param bulkLoad when the roster is believed less, settings {@code stakeholder.bulk...}
 * @param tiers when contacts of some tiers are missed instead, settings {@code tiers.<tier>...}
 */
public record StakeholderOracleSettings(
    Roster roster,
    Duration staleAfter,
    Duration secondAfter,
    Duration thirdAfter,
    Rhythm rhythm,
    Calendar calendar,
    BulkLoad bulkLoad,
    Map<String, Steps> tiers) {

  /** L, and steps 2 and 3 behind step 1. */
  public record Steps(Duration stale, Duration second, Duration third) {}

  /** Whom the rule watches. */
  public enum Roster {
    /** The active contacts of target accounts. */
    REQUIRED,
    /** Contacts without a row that are seen, too. */
    OPTIONAL
  }

  /** In which time silence counts. */
  public enum Calendar {
    /** In all of it. */
    EVERY_DAY,
    /** Mondays to Fridays where the contact is; five of them count as seven days. */
    BUSINESS
  }

  /**
   * Rows that came in all at once.
   *
   * @param contacts more than so many with a time of change in one minute are a bulk load
   * @param quiet what is found so long after it is marked
   */
  public record BulkLoad(int contacts, Duration quiet) {

    /** More than 50 contacts, 14 days. */
    public static BulkLoad builtIn() {
      return new BulkLoad(50, Duration.ofDays(14));
    }
  }

  /**
   * Whether L is three times the contact's own usual gap, within bounds.
   *
   * @param fromGaps so many gaps have to be known; L is {@code staleAfter} before
   */
  public record Rhythm(boolean learned, Duration shortest, Duration longest, int fromGaps) {

    /** L is the same for every contact. */
    public static Rhythm fixed() {
      return new Rhythm(false, Duration.ofDays(5), Duration.ofDays(90), 8);
    }

    /** From 8 gaps on, 5 to 90 days. */
    public static Rhythm builtIn() {
      return new Rhythm(true, Duration.ofDays(5), Duration.ofDays(90), 8);
    }
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

  /** The rule at a fixed rhythm on every day. */
  public StakeholderOracleSettings(
      Roster roster, Duration staleAfter, Duration secondAfter, Duration thirdAfter) {
    this(
        roster,
        staleAfter,
        secondAfter,
        thirdAfter,
        Rhythm.fixed(),
        Calendar.EVERY_DAY,
        BulkLoad.builtIn(),
        Map.of());
  }

  /** The built-in rule: 7, 14 and 30 days of silence until a contact's rhythm is learned. */
  public static StakeholderOracleSettings builtIn(Roster roster) {
    return new StakeholderOracleSettings(
            roster, Duration.ofDays(7), Duration.ofDays(7), Duration.ofDays(23))
        .with(Rhythm.builtIn());
  }

  /** The same rule at another rhythm. */
  public StakeholderOracleSettings with(Rhythm other) {
    return new StakeholderOracleSettings(
        roster, staleAfter, secondAfter, thirdAfter, other, calendar, bulkLoad, tiers);
  }

  /** The same rule in another calendar. */
  public StakeholderOracleSettings with(Calendar other) {
    return new StakeholderOracleSettings(
        roster, staleAfter, secondAfter, thirdAfter, rhythm, other, bulkLoad, tiers);
  }

  /** The same rule with another bound of bulk loads. */
  public StakeholderOracleSettings with(BulkLoad other) {
    return new StakeholderOracleSettings(
        roster, staleAfter, secondAfter, thirdAfter, rhythm, calendar, other, tiers);
  }

  /** The same rule, but for these tiers. */
  public StakeholderOracleSettings with(Map<String, Steps> other) {
    return new StakeholderOracleSettings(
        roster, staleAfter, secondAfter, thirdAfter, rhythm, calendar, bulkLoad, other);
  }

  /** What holds for a contact of this tier. */
  Steps steps(@Nullable String tier) {
    Steps common = new Steps(staleAfter, secondAfter, thirdAfter);
    return tier == null ? common : tiers.getOrDefault(tier, common);
  }
}
