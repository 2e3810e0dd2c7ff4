package io.floorwalker.detect.abandonment;

import io.floorwalker.detect.Latecomer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event that came late makes of what was found, or waited for, without it. Pure.
 *
 * <pre>{@code
 *         0m     10m      30m    35m    40m
 * known   ADDED            fires
 * late    ADDED  ORDERED   .     back                 the order of 10m comes at 35m
 *
 * known   ADDED            fires
 * late    ADDED  ADDED     .     back   fires         the add of 10m comes at 35m
 * }</pre>
 *
 * @param known how things went without it
 * @param corrected how they went with it
 * @param watermark now, milliseconds
 */
record Correction(Course known, Course corrected, Latecomer late, long watermark) {

  /** What has to be said: first what is not so, then what is. */
  List<IntentNews> news() {
    List<IntentNews> news = new ArrayList<>();
    known
        .left()
        .forEach(
            (intent, was) -> {
              if (!corrected.left().containsKey(intent)) {
                news.add(was.preventedBy(late));
              }
            });
    corrected.left().values().stream()
        .filter(this::isNew)
        .map(IntentNews::corrected)
        .forEach(news::add);
    return news;
  }

  /**
   * What only the correction waits for, and no pattern: they cannot begin in the past. Null where
   * nothing is waited for.
   */
  @Nullable IntentNews unheard() {
    @Nullable IntentNews last = corrected.last();
    return last != null && last.deadline() > watermark && isNew(last) ? last : null;
  }

  /** Whether what is waited for is the same as before. */
  boolean waitsAsBefore() {
    @Nullable IntentNews last = corrected.last();
    return last != null && last.equals(known.last());
  }

  /** What was said already stays as it was said; what still waits is said as it is known now. */
  private boolean isNew(IntentNews is) {
    @Nullable IntentNews was = known.left().get(is.intent());
    return was == null || (is.deadline() > watermark && !is.equals(was));
  }
}
