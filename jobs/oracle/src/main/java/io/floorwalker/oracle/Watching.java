package io.floorwalker.oracle;

import io.floorwalker.oracle.StakeholderOracleSettings.Roster;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import org.jspecify.annotations.Nullable;

/** Whom the roster lets the rule watch. */
final class Watching {

  private Watching() {}

  /** {@code isSeen}: true where there was an activity since the contact was last removed. */
  static boolean isWatched(Roster roster, @Nullable Account row, boolean isSeen) {
    boolean isListed = row != null && row.getTarget() && row.getStatus() == ContactStatus.ACTIVE;
    return switch (roster) {
      case REQUIRED -> isListed;
      case OPTIONAL -> row == null ? isSeen : isListed;
    };
  }

  /** Why a contact with this row is watched no more. */
  static String reason(@Nullable Account row) {
    if (row == null) {
      return "removed";
    }
    return row.getStatus() == ContactStatus.ACTIVE ? "not_a_target" : "inactive";
  }

  /** The name of the row in the ids of detections that no event decides. */
  static String version(Account row) {
    return row.getRosterVersion() != null ? row.getRosterVersion() : row.getChangedAt().toString();
  }
}
