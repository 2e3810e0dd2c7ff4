package io.floorwalker.bench;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many findings of a kind there were, and the sum of their hashes: two tallies are equal when
 * the findings were, in whatever order they came.
 */
record Tally(long count, long sum) {
  static final Tally NONE = new Tally(0, 0);

  static Map<String, Tally> byKind(Collection<Finding> findings) {
    Map<String, Tally> byKind = new TreeMap<>();
    for (Finding finding : findings) {
      byKind.merge(finding.kind(), new Tally(1, hash(finding)), Tally::plus);
    }
    return byKind;
  }

  Tally plus(Tally other) {
    return new Tally(count + other.count, sum + other.sum);
  }

  /** 64 bits of a finding (FNV-1a). */
  static long hash(Finding finding) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < finding.id().length(); i++) {
      hash = (hash ^ finding.id().charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
