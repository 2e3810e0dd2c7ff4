package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.ContactStatus;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long a contact may be silent, and who is watched at all. Read when a step falls due, so that
 * a change needs no new state.
 *
 * @param first L: silence until step 1
 * @param second from step 1 to step 2
 * @param third from step 1 to step 3
 * @param rosterRequired only who stands in the roster is watched; else everybody who is seen
 */
public record Patience(Duration first, Duration second, Duration third, boolean rosterRequired)
    implements Serializable {

  /** A contact that nobody watches is forgotten after so much silence. */
  static final Duration REMEMBERED = Duration.ofDays(90);

  /** The obstacle of a contact whom the roster does not name, or names as removed. */
  static final String REMOVED = "removed";

  public static Patience from(Settings settings) {
    return new Patience(
        settings.duration(Keys.STALE_AFTER),
        settings.duration(Keys.STALE_SECOND_AFTER),
        settings.duration(Keys.STALE_THIRD_AFTER),
        settings.text(Keys.STAKEHOLDER_ROSTER).equals("required"));
  }

  /** From the beginning of a silence to its step, from 1, in milliseconds. */
  long until(int step) {
    return switch (step) {
      case 1 -> first.toMillis();
      case 2 -> first.plus(second).toMillis();
      case 3 -> first.plus(third).toMillis();
      default -> throw new IllegalArgumentException("there is no step " + step);
    };
  }

  /** Why a contact with this row, or without any, is not watched; null where it is. */
  @Nullable String obstacle(@Nullable RosterRow row) {
    if (row == null) {
      return rosterRequired ? REMOVED : null;
    }
    return switch (row.status()) {
      case REMOVED -> REMOVED;
      case INACTIVE -> "inactive";
      case UNKNOWN -> rosterRequired ? "inactive" : null;
      case ACTIVE -> rosterRequired && !row.target() ? "not_a_target" : null;
    };
  }

  /** Whether a contact of this row is missed although it never did anything. */
  boolean awaits(@Nullable RosterRow row) {
    return row != null && row.target() && row.status() == ContactStatus.ACTIVE;
  }
}
