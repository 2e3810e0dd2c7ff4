package io.floorwalker.decisions;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When one person was reached, or would have been, by channel; milliseconds, ascending. Keeps twice
 * the window before the newest charge, so that it is exact for whatever comes up to a window late.
 */
public record Ledger(Map<String, List<Long>> charges) implements Serializable {
  /** The longest window that a cap looks at. */
  public static final Duration WINDOW = Duration.ofHours(24);

  public static final Ledger EMPTY = new Ledger(Map.of());

  /** This ledger with one charge more. */
  public Ledger charge(String channel, long at) {
    Map<String, List<Long>> after = new TreeMap<>(charges);
    List<Long> times = new ArrayList<>(after.getOrDefault(channel, List.of()));
    times.add(at);
    Collections.sort(times);
    after.put(channel, times);
    return new Ledger(after).pruned();
  }

  /** This ledger with one charge less; the same where there is none at this moment. */
  public Ledger giveBack(String channel, long at) {
    List<Long> times = new ArrayList<>(charges.getOrDefault(channel, List.of()));
    if (!times.remove(Long.valueOf(at))) {
      return this;
    }
    Map<String, List<Long>> after = new TreeMap<>(charges);
    if (times.isEmpty()) {
      after.remove(channel);
    } else {
      after.put(channel, times);
    }
    return new Ledger(after);
  }

  /**
   * How many charges the fullest window {@code (x - 24 h, x]} that holds this moment has already.
   * Where nothing later is charged that is the window that ends here; a detection that comes out of
   * order must not overfill a later one.
   */
  public int fullest(String channel, long at) {
    List<Long> times = charges.getOrDefault(channel, List.of());
    int fullest = within(times, at);
    for (long end : times) {
      if (end > at && end < at + WINDOW.toMillis()) {
        fullest = Math.max(fullest, within(times, end));
      }
    }
    return fullest;
  }

  private static int within(List<Long> times, long end) {
    long before = end - WINDOW.toMillis();
    return (int) times.stream().filter(time -> time > before && time <= end).count();
  }

  private Ledger pruned() {
    long newest =
        charges.values().stream()
            .mapToLong(times -> times.get(times.size() - 1))
            .max()
            .orElse(Long.MIN_VALUE);
    long oldest = newest - 2 * WINDOW.toMillis();
    Map<String, List<Long>> kept = new TreeMap<>();
    charges.forEach(
        (channel, times) -> {
          List<Long> young = times.stream().filter(time -> time > oldest).toList();
          if (!young.isEmpty()) {
            kept.put(channel, new ArrayList<>(young));
          }
        });
    return new Ledger(kept);
  }
}
