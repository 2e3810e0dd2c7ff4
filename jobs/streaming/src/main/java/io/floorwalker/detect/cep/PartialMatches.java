package io.floorwalker.detect.cep;

import java.util.List;

/**
 * All begun matches of one key, in the order in which they began, and when its timer fires.
 *
 * @param armedAt event time, milliseconds; {@link #NEVER} where there is no timer
 */
record PartialMatches<T>(List<Run<T>> runs, long armedAt) {
  static final long NEVER = Long.MAX_VALUE;

  static <T> PartialMatches<T> none() {
    return new PartialMatches<>(List.of(), NEVER);
  }
}
