package io.floorwalker.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of what one key did, from the first activity to what ended it, or to the last activity
 * before a silence of T.
 */
record Intent(List<Moment> moments) {

  /**
   * Cuts a key's history into intents: behind every end, and wherever nothing that matters happened
   * for T (half-open: a gap of exactly T is a cut).
   */
  static List<Intent> split(List<Moment> history, long afterMs) {
    List<Intent> intents = new ArrayList<>();
    List<Moment> run = new ArrayList<>();
    for (Moment moment : history.stream().filter(Moment::matters).toList()) {
      if (!run.isEmpty() && moment.at() - run.get(run.size() - 1).at() >= afterMs) {
        intents.add(new Intent(List.copyOf(run)));
        run.clear();
      }
      run.add(moment);
      if (moment.isEnd()) {
        intents.add(new Intent(List.copyOf(run)));
        run.clear();
      }
    }
    if (!run.isEmpty()) {
      intents.add(new Intent(List.copyOf(run)));
    }
    return intents;
  }

  Moment first() {
    return moments.get(0);
  }

  Moment last() {
    return moments.get(moments.size() - 1);
  }

  /** True when nobody ended it: its last activity was followed by a silence of T. */
  boolean isAbandoned() {
    return last().isActivity();
  }

  boolean isBeyondCart() {
    return moments.stream().anyMatch(moment -> Shopping.isBeyondCart(moment.event().getType()));
  }
}
