package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.Detection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the committee of one account.
 *
 * @param seats its watched contacts
 * @param alarms what may open, or is open
 * @param days on how many contacts' account something was heard, by day
 * @param firstDay the first of the days that were counted, days since 1970
 * @param clock the newest moment that was dealt with, milliseconds
 */
public record Roll(
    List<Seat> seats, List<Alarm> alarms, List<Count> days, @Nullable Long firstDay, long clock) {
  static final Roll EMPTY = new Roll(List.of(), List.of(), List.of(), null, Long.MIN_VALUE);

  /**
   * A watched contact.
   *
   * @param lastDay the day of its newest activity, in UTC, days since 1970
   * @param isDark step 1 of its silence is open
   */
  public record Seat(
      String contact,
      @Nullable String role,
      @Nullable String tier,
      String site,
      @Nullable Long lastDay,
      boolean isDark) {

    Seat brightened() {
      return new Seat(contact, role, tier, site, lastDay, false);
    }
  }

  /**
   * One kind of trouble; at most one is open at an account.
   *
   * @param since from when on it has been as it has to be for long before it opens, milliseconds
   * @param open what was said when it opened
   */
  public record Alarm(String kind, @Nullable Long since, @Nullable Detection open) {}

  /** So many contacts were active on a day, in UTC, days since 1970. */
  public record Count(long day, int contacts) {}

  boolean isEmpty() {
    return seats.isEmpty() && alarms.isEmpty() && days.isEmpty();
  }
}
