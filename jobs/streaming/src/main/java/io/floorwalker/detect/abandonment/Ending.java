package io.floorwalker.detect.abandonment;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of how one intent ended. Pure: every piece of news makes a new value.
 *
 * @param deadline when it is said, milliseconds
 * @param version of the last detection that was said; 0 where none was
 * @param corrected a correction has spoken: the pattern, which has not heard all, does not count
 * @param last the last activity, where somebody says that nobody came back; else null
 * @param why as known now, where more is known than with the last activity; else null
 */
public record Ending(
    long deadline, int version, boolean corrected, @Nullable CartActivity last, @Nullable Why why) {

  static Ending unsaid(long deadline) {
    return new Ending(deadline, 0, false, null, null);
  }

  static Ending said(long deadline, int version) {
    return new Ending(deadline, version, true, null, null);
  }

  /** Whether it is said now, or what was said can no longer be corrected. */
  boolean isOver(long now, Duration horizon) {
    return (version == 0 ? deadline : deadline + horizon.toMillis()) <= now;
  }

  Ending after(IntentNews news) {
    return switch (news.word()) {
      case LEFT -> corrected ? this : new Ending(deadline, version, false, news.last(), why);
      case CAME_TO_LIGHT -> new Ending(deadline, version, corrected, last, news.why());
      case CORRECTED -> new Ending(deadline, version, true, news.last(), news.why());
      case PREVENTED, CAME_BACK -> new Ending(deadline, version, true, null, null);
    };
  }
}
