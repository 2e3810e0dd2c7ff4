package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.Latecomer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one contact of an account stands from a moment on, for the watch of its committee.
 *
 * @param at the moment, milliseconds
 * @param isWatched false: the contact counts no more
 * @param lastDay the day of the newest activity that is known, in UTC, days since 1970
 * @param newDay the day on which something was heard of the contact for the first time that day
 * @param turns what became dark and what came back at this moment, in order
 */
public record Member(
    String account,
    String contact,
    long at,
    boolean isWatched,
    @Nullable RosterRow row,
    String site,
    @Nullable Long lastDay,
    @Nullable Long newDay,
    List<Turned> turns) {

  /**
   * Step 1 of a silence opened, or it closed or was taken back.
   *
   * @param role of the contact at that moment
   * @param rowAt {@code changed_at} of the row that held, milliseconds
   * @param silence by which it is known
   * @param reason why it closed; of what opened, whether it was found too early
   * @param late by which it was taken back
   */
  public record Turned(
      boolean isDark,
      long at,
      @Nullable String role,
      @Nullable Long rowAt,
      Silence silence,
      @Nullable String reason,
      @Nullable Latecomer late) {}

  @Nullable String role() {
    return row == null ? null : row.role();
  }

  @Nullable String tier() {
    return row == null ? null : row.tier();
  }
}
