package io.floorwalker.deliver;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.io.Serializable;
import java.time.Duration;

/**
 * How long and how often an action is tried.
 *
 * @param backoff the longest wait before the second attempt
 * @param maxAge so long after its time, or after it was first heard of, it is not tried any more
 */
public record RetrySettings(long attempts, Duration backoff, Duration maxAge)
    implements Serializable {

  static RetrySettings from(Settings settings) {
    return new RetrySettings(
        settings.number(Keys.DELIVER_ATTEMPTS),
        settings.duration(Keys.DELIVER_BACKOFF),
        settings.duration(Keys.DELIVER_MAX_AGE));
  }
}
