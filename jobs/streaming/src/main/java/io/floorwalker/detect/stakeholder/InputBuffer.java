package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.CanonicalOrder;
import io.floorwalker.source.RosterChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * Activities and changes of the roster of one contact, by their moment, until the watermark has
 * passed them. Within a moment the roster comes first, in the order of its log.
 */
final class InputBuffer {
  private static final Comparator<RosterChange> AS_LOGGED =
      Comparator.comparingInt(RosterChange::partition).thenComparingLong(RosterChange::offset);

  private final MapState<Long, List<Watched>> waiting;

  private InputBuffer(MapState<Long, List<Watched>> waiting) {
    this.waiting = waiting;
  }

  static InputBuffer open(RuntimeContext context) {
    return new InputBuffer(
        context.getMapState(
            new MapStateDescriptor<>(
                "waiting", Types.LONG, Types.LIST(TypeInformation.of(Watched.class)))));
  }

  /** Keeps it and asks for a timer at its moment; false for a repeat, which is dropped. */
  boolean add(Watched input, TimerService timers) throws Exception {
    List<Watched> moment = waiting.get(input.at());
    List<Watched> inputs = moment == null ? new ArrayList<>(1) : moment;
    if (inputs.stream().anyMatch(other -> isRepeat(input, other))) {
      return false;
    }
    inputs.add(input);
    waiting.put(input.at(), inputs);
    timers.registerEventTimeTimer(input.at());
    return true;
  }

  /** Takes the inputs of a moment out, in order; none where the timer was another's. */
  List<Watched> take(long at) throws Exception {
    List<Watched> moment = waiting.get(at);
    if (moment == null) {
      return List.of();
    }
    waiting.remove(at);
    moment.sort(InputBuffer::compare);
    return moment;
  }

  /** Whether inputs wait for a timer at this moment. */
  boolean waitsFor(long at) throws Exception {
    return waiting.contains(at);
  }

  /** A row that comes twice is none: the roster may go back and forth, and twice is as once. */
  private static boolean isRepeat(Watched input, Watched other) {
    return input.activity() != null
        && other.activity() != null
        && input.event().getEventId().equals(other.event().getEventId());
  }

  private static int compare(Watched one, Watched other) {
    RosterChange change = one.change();
    RosterChange otherChange = other.change();
    if (change != null && otherChange != null) {
      return AS_LOGGED.compare(change, otherChange);
    }
    if (change == null && otherChange == null) {
      return CanonicalOrder.WITHIN_A_MOMENT.compare(one.event(), other.event());
    }
    return change != null ? -1 : 1;
  }
}
