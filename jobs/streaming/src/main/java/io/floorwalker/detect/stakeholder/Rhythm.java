package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * L: the same for every contact of a tier, or three times the median gap between a contact's active
 * days.
 *
 * @param usual L as long as nothing else was learned
 * @param shortest what is learned is never shorter
 * @param longest and never longer
 * @param fromGaps from so many gaps on something is learned
 */
public record Rhythm(
    Duration usual, boolean learned, Duration shortest, Duration longest, int fromGaps)
    implements Serializable {

  /** So many of the newest gaps count. */
  static final int KEPT_GAPS = 16;

  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  static Rhythm from(Settings settings) {
    return new Rhythm(
        settings.duration(Keys.STALE_AFTER),
        settings.text(Keys.STAKEHOLDER_RHYTHM).equals("learned"),
        settings.duration(Keys.RHYTHM_SHORTEST),
        settings.duration(Keys.RHYTHM_LONGEST),
        (int) Math.min(KEPT_GAPS, settings.number(Keys.RHYTHM_GAPS)));
  }

  /**
   * Refuses what cannot be learned by.
   *
   * @throws InvalidSettings with the keys, their values and the remedy
   */
  static void check(Settings settings) throws InvalidSettings {
    Duration shortest = settings.duration(Keys.RHYTHM_SHORTEST);
    Duration longest = settings.duration(Keys.RHYTHM_LONGEST);
    if (shortest.compareTo(longest) > 0) {
      throw new InvalidSettings(
          "%s is %s, %s only %s; give the longest at least as much"
              .formatted(
                  Keys.RHYTHM_SHORTEST.name(), shortest, Keys.RHYTHM_LONGEST.name(), longest));
    }
    long gaps = settings.number(Keys.RHYTHM_GAPS);
    if (gaps > KEPT_GAPS) {
      throw new InvalidSettings(
          "%s is %d, but only the newest %d gaps count; give at most that"
              .formatted(Keys.RHYTHM_GAPS.name(), gaps, KEPT_GAPS));
    }
  }

  /** L of a contact with these active days, ascending, in milliseconds. */
  long patience(List<Long> days) {
    if (!learned || days.size() <= fromGaps) {
      return usual.toMillis();
    }
    long[] gaps =
        IntStream.range(1, days.size())
            .mapToLong(day -> days.get(day) - days.get(day - 1))
            .sorted()
            .toArray();
    long twoMedians = gaps[gaps.length / 2] + gaps[(gaps.length - 1) / 2];
    long wanted = 3 * twoMedians * (DAY / 2);
    return Math.min(longest.toMillis(), Math.max(shortest.toMillis(), wanted));
  }
}
