package io.floorwalker.oracle;

import io.floorwalker.schema.Account;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a contact stands after something happened, as far as the others of its account are concerned.
 *
 * @param at since when that is known, UTC ms
 * @param row what the roster says; null where it says nothing or removed
 * @param lastDay of the newest activity that is known
 * @param isActivity an activity is what happened
 * @param wentDark its step 1 that opened; null where something else happened
 * @param silence of that step
 * @param cameBack why its step 1 closed; null where something else happened
 */
record Presence(
    long at,
    String contact,
    boolean isWatched,
    @Nullable Account row,
    @Nullable LocalDate lastDay,
    boolean isActivity,
    @Nullable ExpectedStakeholder wentDark,
    @Nullable Silence silence,
    @Nullable String cameBack) {

  Presence(
      long at,
      String contact,
      boolean isWatched,
      @Nullable Account row,
      @Nullable LocalDate lastDay,
      boolean isActivity) {
    this(at, contact, isWatched, row, lastDay, isActivity, null, null, null);
  }

  static Presence dark(
      long at, Silence silence, @Nullable Account row, ExpectedStakeholder wentDark) {
    String contact = wentDark.key().substring(wentDark.key().indexOf('|') + 1);
    LocalDate lastDay = silence.day();
    return new Presence(at, contact, true, row, lastDay, false, wentDark, silence, null);
  }

  static Presence bright(long at, String contact, @Nullable Account row, String cameBack) {
    return new Presence(at, contact, true, row, null, false, null, null, cameBack);
  }

  /** Whether it says how the contact stands, not only that a silence began or ended. */
  boolean isStanding() {
    return wentDark == null && cameBack == null;
  }

  @Nullable String role() {
    return row == null ? null : row.getRole();
  }

  @Nullable String tier() {
    return row == null ? null : row.getTier();
  }
}
