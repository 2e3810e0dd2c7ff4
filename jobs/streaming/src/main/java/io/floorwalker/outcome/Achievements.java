package io.floorwalker.outcome;

import io.floorwalker.decisions.Achieved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * One unit's successes of the last days, for decisions that come to be known after them. Keyed
 * state. An active contact has hundreds a day: the first and the last of a day say the same as all
 * of them, as every window is longer than a day.
 */
final class Achievements {
  /** The longest window, and how long a success may take to be known. */
  static final Duration KEPT = Duration.ofDays(32);

  private static final long DAY = Duration.ofDays(1).toMillis();

  private final MapState<String, Achieved> successes;

  private Achievements(MapState<String, Achieved> successes) {
    this.successes = successes;
  }

  static Achievements open(RuntimeContext context) {
    return new Achievements(
        context.getMapState(
            new MapStateDescriptor<>(
                "achieved", Types.STRING, TypeInformation.of(Achieved.class))));
  }

  /** When it may be forgotten; one moment a day for all of that day. */
  static long forgottenAt(Achieved achieved) {
    return (day(achieved) + 1) * DAY + KEPT.toMillis();
  }

  void add(Achieved achieved) throws Exception {
    switch (achieved.success()) {
      case ORDER, RESTORED -> keepFirst(achieved.success() + "|" + achieved.id(), achieved);
      case RETURN -> {
        keepFirst("first|" + day(achieved), achieved);
        keepLast("last|" + day(achieved), achieved);
      }
    }
  }

  List<Achieved> all() throws Exception {
    List<Achieved> all = new ArrayList<>();
    successes.values().forEach(all::add);
    return all;
  }

  void forget(long now) throws Exception {
    List<String> old = new ArrayList<>();
    for (Map.Entry<String, Achieved> entry : successes.entries()) {
      if (forgottenAt(entry.getValue()) <= now) {
        old.add(entry.getKey());
      }
    }
    for (String key : old) {
      successes.remove(key);
    }
  }

  private void keepFirst(String key, Achieved achieved) throws Exception {
    @Nullable Achieved kept = successes.get(key);
    if (kept == null || Achieved.IN_TIME.compare(achieved, kept) < 0) {
      successes.put(key, achieved);
    }
  }

  private void keepLast(String key, Achieved achieved) throws Exception {
    @Nullable Achieved kept = successes.get(key);
    if (kept == null || Achieved.IN_TIME.compare(achieved, kept) > 0) {
      successes.put(key, achieved);
    }
  }

  private static long day(Achieved achieved) {
    return Math.floorDiv(achieved.at(), DAY);
  }
}
