package io.floorwalker.detect.reopen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * Who left an item, by whose intent it was. Looked through once an hour at most for what is over,
 * so that a product that many leave is not looked through for each of them.
 */
final class LeftItems {
  static final long HOUR = Duration.ofHours(1).toMillis();

  private final MapState<String, LeftItem> left;
  private final ValueState<Long> count;
  private final long most;

  private LeftItems(MapState<String, LeftItem> left, ValueState<Long> count, long most) {
    this.left = left;
    this.count = count;
    this.most = most;
  }

  static LeftItems open(RuntimeContext context, long most) {
    return new LeftItems(
        context.getMapState(
            new MapStateDescriptor<>("left", Types.STRING, TypeInformation.of(LeftItem.class))),
        context.getState(new ValueStateDescriptor<>("left-count", Types.LONG)),
        most);
  }

  /** Remembers it; false where there are too many already. */
  boolean add(LeftItem item, TimerService timers) throws Exception {
    if (!left.contains(item.key())) {
      if (count() >= most) {
        return false;
      }
      count.update(count() + 1);
    }
    left.put(item.key(), item);
    timers.registerEventTimeTimer(endOfHour(item.until()));
    return true;
  }

  /** All of which it is still told at this moment. */
  List<LeftItem> at(long moment) throws Exception {
    List<LeftItem> all = new ArrayList<>();
    for (LeftItem item : left.values()) {
      if (moment < item.until()) {
        all.add(item);
      }
    }
    return all;
  }

  /** Notes what an item cost when it was left. */
  void put(LeftItem item) throws Exception {
    left.put(item.key(), item);
  }

  /** To be called for every timer; forgets what is over. */
  void onTimer(long timestamp) throws Exception {
    if (timestamp % HOUR != 0 || left.isEmpty()) {
      return;
    }
    List<String> over = new ArrayList<>();
    for (Map.Entry<String, LeftItem> item : left.entries()) {
      if (item.getValue().until() <= timestamp) {
        over.add(item.getKey());
      }
    }
    for (String key : over) {
      left.remove(key);
    }
    long rest = count() - over.size();
    if (rest > 0) {
      count.update(rest);
    } else {
      count.clear();
    }
  }

  static long endOfHour(long moment) {
    return -Math.floorDiv(-moment, HOUR) * HOUR;
  }

  private long count() throws Exception {
    @Nullable Long known = count.value();
    return known == null ? 0 : known;
  }
}
