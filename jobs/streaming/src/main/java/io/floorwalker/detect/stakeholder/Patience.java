package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Scope;
import io.floorwalker.config.Settings;
import io.floorwalker.config.Tuned;
import java.io.Serializable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a contact may be silent, and who is watched at all. Read when a step falls due, so that
 * a change needs no new state.
 *
 * @param steps when the steps fall due, by tier
 * @param rosterRequired only who stands in the roster is watched; else who is seen and has no row,
 *     too
 * @param counts in which time silence counts
 */
public record Patience(Tuned<Steps> steps, boolean rosterRequired, WorkingTime counts)
    implements Serializable {

  /** A contact that nobody watches is forgotten after so much silence. */
  static final Duration REMEMBERED = Duration.ofDays(90);

  /** The obstacle of a contact whom the roster does not name, or names as removed. */
  static final String REMOVED = "removed";

  /**
   * When a silence is worth a word.
   *
   * @param rhythm L: silence until step 1
   * @param second from step 1 to step 2
   * @param third from step 1 to step 3
   */
  public record Steps(Rhythm rhythm, Duration second, Duration third) implements Serializable {

    static Steps from(Settings settings) {
      return new Steps(
          Rhythm.from(settings),
          settings.duration(Keys.STALE_SECOND_AFTER),
          settings.duration(Keys.STALE_THIRD_AFTER));
    }

    /** Silence until a step, from 1, of a contact with these active days; milliseconds. */
    long until(int step, List<Long> days) {
      long first = rhythm.patience(days);
      return switch (step) {
        case 1 -> first;
        case 2 -> first + second.toMillis();
        case 3 -> first + third.toMillis();
        default -> throw new IllegalArgumentException("there is no step " + step);
      };
    }
  }

  public static Patience from(Settings settings) {
    return new Patience(
        Tuned.of(settings, Scope.TIER, Steps::from),
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
    requireInOrder(settings, "");
    for (Map.Entry<String, Settings> own : settings.own(Scope.TIER).entrySet()) {
      requireInOrder(own.getValue(), "tiers." + own.getKey() + ".");
    }
  }

  private static void requireInOrder(Settings settings, String of) throws InvalidSettings {
    Duration second = settings.duration(Keys.STALE_SECOND_AFTER);
    Duration third = settings.duration(Keys.STALE_THIRD_AFTER);
    if (third.compareTo(second) < 0) {
      throw new InvalidSettings(
          "%s%s is %s, %s only %s; give the third step at least as much"
              .formatted(
                  of,
                  Keys.STALE_SECOND_AFTER.name(),
                  second,
                  Keys.STALE_THIRD_AFTER.name(),
                  third));
    }
  }

  /** When a step, from 1, of a contact's silence falls due that began then; milliseconds. */
  long due(long since, int step, Contact contact) {
    RosterRow row = contact.row();
    Steps own = steps.at(row == null ? null : row.tier());
    long until = own.until(step, contact.trace().days());
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
}
