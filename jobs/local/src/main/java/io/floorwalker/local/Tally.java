package io.floorwalker.local;

import java.util.Map;
import java.util.TreeMap;

/** How often each name came, in the order of the names. */
final class Tally {

  private final Map<String, Long> counts = new TreeMap<>();

  void add(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  /** A copy of the present counts. */
  Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }
}
