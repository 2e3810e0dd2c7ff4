package io.floorwalker.detect.abandonment;

import java.util.ArrayList;
import java.util.List;

/**
 * Why an intent was left, as far as it is known.
 *
 * @param evidence ids of the events that show it, at most three, and the last activity behind them
 */
public record Why(String cause, List<String> evidence) {
  private static final int SHOWN = 3;

  static Why unknown(String lastActivity) {
    return new Why("unknown", List.of(lastActivity));
  }

  /** The newest of the events that show it; the last activity stands last and once. */
  static Why of(Cause cause, List<String> shownBy, String lastActivity) {
    List<String> evidence =
        new ArrayList<>(shownBy.subList(Math.max(0, shownBy.size() - SHOWN), shownBy.size()));
    evidence.remove(lastActivity);
    evidence.add(lastActivity);
    return new Why(cause.word(), List.copyOf(evidence));
  }
}
