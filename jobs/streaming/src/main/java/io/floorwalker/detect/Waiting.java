package io.floorwalker.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * What waits, by its moment, until the watermark has passed it. Keyed state: use it inside a keyed
 * operator only.
 */
public final class Waiting<T> {
  private final MapState<Long, List<T>> waiting;
  private final Comparator<T> withinAMoment;

  private Waiting(MapState<Long, List<T>> waiting, Comparator<T> withinAMoment) {
    this.waiting = waiting;
    this.withinAMoment = withinAMoment;
  }

  /** Opens the state; the comparator is the order of what waits for one moment. */
  public static <T> Waiting<T> open(
      RuntimeContext context, Class<T> type, Comparator<T> withinAMoment) {
    return open(context, "waiting", type, withinAMoment);
  }

  /** The same where something else waits under the usual name. */
  public static <T> Waiting<T> open(
      RuntimeContext context, String name, Class<T> type, Comparator<T> withinAMoment) {
    return new Waiting<>(
        context.getMapState(
            new MapStateDescriptor<>(name, Types.LONG, Types.LIST(TypeInformation.of(type)))),
        withinAMoment);
  }

  /** Keeps it and asks for a timer at its moment, milliseconds. */
  public void add(long at, T one, TimerService timers) throws Exception {
    List<T> moment = look(at);
    moment.add(one);
    waiting.put(at, moment);
    timers.registerEventTimeTimer(at);
  }

  /** Takes what waits for a moment out, in its order; none where the timer was another's. */
  public List<T> take(long at) throws Exception {
    List<T> moment = look(at);
    if (!moment.isEmpty()) {
      waiting.remove(at);
      moment.sort(withinAMoment);
    }
    return moment;
  }

  /** Takes out of a moment what is so, and leaves its timer. */
  public void remove(long at, Predicate<T> what) throws Exception {
    List<T> moment = look(at);
    if (moment.removeIf(what)) {
      if (moment.isEmpty()) {
        waiting.remove(at);
      } else {
        waiting.put(at, moment);
      }
    }
  }

  private List<T> look(long at) throws Exception {
    @Nullable List<T> moment = waiting.get(at);
    return moment == null ? new ArrayList<>(1) : new ArrayList<>(moment);
  }
}
