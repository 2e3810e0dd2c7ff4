package io.floorwalker.detect.incident;

import io.floorwalker.detect.struggle.StepReached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * What happened at a site, by minute, until no window needs it any more. A window ends with a
 * minute and is five minutes long.
 */
final class RecentMinutes {
  static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final int WINDOW = 5;

  private final MapState<Long, List<StepReached>> reached;
  private final MapState<Long, List<Trouble>> troubles;

  private RecentMinutes(
      MapState<Long, List<StepReached>> reached, MapState<Long, List<Trouble>> troubles) {
    this.reached = reached;
    this.troubles = troubles;
  }

  static RecentMinutes open(RuntimeContext context) {
    return new RecentMinutes(
        context.getMapState(byMinute("reached", StepReached.class)),
        context.getMapState(byMinute("troubles", Trouble.class)));
  }

  void add(StepReached one) throws Exception {
    add(reached, one.at(), one);
  }

  void add(Trouble one) throws Exception {
    add(troubles, one.at(), one);
  }

  /** The minute that ends here. */
  Window minute(long end) throws Exception {
    return minutes(end - MINUTE, end);
  }

  /** The window that ends here. */
  Window window(long end) throws Exception {
    return minutes(end - WINDOW * MINUTE, end);
  }

  /** Forgets what no window needs that ends later than here. */
  void forget(long end) throws Exception {
    reached.remove(end - WINDOW * MINUTE);
    troubles.remove(end - WINDOW * MINUTE);
  }

  /** Whether anything before this end is in the window that ends a minute later. */
  boolean isNeededAfter(long end) throws Exception {
    for (long minute = end - (WINDOW - 1) * MINUTE; minute < end; minute += MINUTE) {
      if (reached.contains(minute) || troubles.contains(minute)) {
        return true;
      }
    }
    return false;
  }

  /** The end of the minute in which this moment is. */
  static long endOfMinute(long moment) {
    return (Math.floorDiv(moment, MINUTE) + 1) * MINUTE;
  }

  private Window minutes(long from, long end) throws Exception {
    List<StepReached> allReached = new ArrayList<>();
    List<Trouble> allTroubles = new ArrayList<>();
    for (long minute = from; minute < end; minute += MINUTE) {
      allReached.addAll(at(reached, minute));
      allTroubles.addAll(at(troubles, minute));
    }
    return new Window(allReached, allTroubles);
  }

  private static <T> void add(MapState<Long, List<T>> minutes, long moment, T one)
      throws Exception {
    long minute = endOfMinute(moment) - MINUTE;
    List<T> all = new ArrayList<>(0);
    @Nullable List<T> known = minutes.get(minute);
    if (known != null) {
      all = known;
    }
    all.add(one);
    minutes.put(minute, all);
  }

  private static <T> List<T> at(MapState<Long, List<T>> minutes, long minute) throws Exception {
    @Nullable List<T> all = minutes.get(minute);
    return all == null ? List.of() : all;
  }

  private static <T> MapStateDescriptor<Long, List<T>> byMinute(String name, Class<T> type) {
    return new MapStateDescriptor<>(name, Types.LONG, Types.LIST(TypeInformation.of(type)));
  }
}
