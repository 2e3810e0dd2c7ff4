package io.floorwalker.detect.stakeholder;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When rows of the roster are a bulk load, and for how long nobody acts on its contacts.
 *
 * @param contacts more contacts than this with a {@code changed_at} in one minute are one
 */
record BulkLoad(long contacts, Duration quiet) implements Serializable {
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

  static BulkLoad from(Settings settings) {
    return new BulkLoad(settings.number(Keys.BULK_CONTACTS), settings.duration(Keys.BULK_QUIET));
  }

  /** The last millisecond of the UTC minute of a moment: then all its rows are known. */
  static long lastOfMinute(long at) {
    return (minute(at) + 1) * MINUTE - 1;
  }

  static long minute(long at) {
    return Math.floorDiv(at, MINUTE);
  }

  /** When the contacts of a load of this moment are as any others again. */
  long quietUntil(long loadedAt) {
    return loadedAt + quiet.toMillis();
  }
}
