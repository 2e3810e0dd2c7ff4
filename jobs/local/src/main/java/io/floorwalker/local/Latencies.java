package io.floorwalker.local;

import java.util.Arrays;

/** The exact values of the last 10,000 measurements, in milliseconds. */
final class Latencies {

  static final int KEPT = 10_000;

  private final long[] last = new long[KEPT];
  private long measured;

  void add(long millis) {
    last[(int) (measured % KEPT)] = millis;
    measured++;
  }

  /** Percentiles by nearest rank, of what is kept; all 0 before the first measurement. */
  Summary summary() {
    int kept = (int) Math.min(measured, KEPT);
    long[] sorted = Arrays.copyOf(last, kept);
    Arrays.sort(sorted);
    return new Summary(measured, rank(sorted, 50), rank(sorted, 99));
  }

  private static long rank(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length * percent + 99) / 100 - 1];
  }

  /**
   * What a person reads of them.
   *
   * @param measured all there were, also those no longer kept
   * @param p50 milliseconds
   * @param p99 milliseconds
   */
  record Summary(long measured, long p50, long p99) {}
}
