package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How long a contact may be silent, and who is watched at all. Read when a step falls due, so that
 * a change needs no new state.
 *
 * @param rhythm L: silence until step 1
 * @param second from step 1 to step 2
 * @param third from step 1 to step 3
 * @param rosterRequired only who stands in the roster is watched; else who is seen and has no row,
 *     too
 * @param counts in which time silence counts
 */
public record Patience(
    Rhythm rhythm, Duration second, Duration third, boolean rosterRequired, WorkingTime counts)
    implements Serializable {

  /** A contact that nobody watches is forgotten after so much silence. */
  static final Duration REMEMBERED = Duration.ofDays(90);

  /** The obstacle of a contact whom the roster does not name, or names as removed. */
  static final String REMOVED = "removed";

  public static Patience from(Settings settings) {
    return new Patience(
        Rhythm.from(settings),
        settings.duration(Keys.STALE_SECOND_AFTER),
        settings.duration(Keys.STALE_THIRD_AFTER),
        settings.text(Keys.STAKEHOLDER_ROSTER).equals("required"),
        settings.text(Keys.STAKEHOLDER_CALENDAR).equals("business")
            ? WorkingTime.BUSINESS
            : WorkingTime.EVERY_DAY);
  }

  /**
   * Refuses settings that contradict each other.
   *
   * @throws InvalidSettings with the keys, their values and the remedy
   */
  public static void check(Settings settings) throws InvalidSettings {
    Rhythm.check(settings);
  }

  /** When a step, from 1, of a contact's silence falls due that began then; milliseconds. */
  long due(long since, int step, Contact contact) {
    long until = rhythm.patience(contact.trace().days()) + sinceFirst(step);
    RosterRow row = contact.row();
    return counts.after(since, until, row == null ? ZoneOffset.UTC : row.zone());
  }

  /** Why a contact of this row is not watched; null where it is. */
  @Nullable String obstacle(RosterRow row) {
    return switch (row.status()) {
      case REMOVED -> REMOVED;
      case INACTIVE, UNKNOWN -> "inactive";
      case ACTIVE -> row.target() ? null : "not_a_target";
    };
  }

  boolean watches(Contact contact) {
    RosterRow row = contact.row();
    return row == null || row.isRemoval()
        ? !rosterRequired && contact.trace().heard()
        : obstacle(row) == null;
  }

  private long sinceFirst(int step) {
    return switch (step) {
      case 1 -> 0;
      case 2 -> second.toMillis();
      case 3 -> third.toMillis();
      default -> throw new IllegalArgumentException("there is no step " + step);
    };
  }
}
