package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.CanonicalOrder;
import io.floorwalker.source.RosterChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * Activities and changes of the roster of one contact, by their moment, until the watermark has
 * passed them, or for as long as they are left here. Within a moment the roster comes first, in the
 * order of its log.
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
            new MapStateDescriptor<>("waiting", Types.LONG, Types.LIST(Watched.TYPE))));
  }

  /** Keeps it and asks for a timer at its moment; false for a repeat, which is dropped. */
  boolean add(Watched input, TimerService timers) throws Exception {
    if (!insert(input.at(), input)) {
      return false;
    }
    timers.registerEventTimeTimer(input.at());
    return true;
  }

  /** Keeps what belongs to a moment that has passed; false for a repeat, which is dropped. */
  boolean insert(long at, Watched input) throws Exception {
    List<Watched> moment = waiting.get(at);
    List<Watched> inputs = moment == null ? new ArrayList<>(1) : moment;
    if (inputs.stream().anyMatch(other -> isRepeat(input, other))) {
      return false;
    }
    inputs.add(input);
    waiting.put(at, inputs);
    return true;
  }

  /** Takes the inputs of a moment out, in order; none where the timer was another's. */
  List<Watched> take(long at) throws Exception {
    List<Watched> moment = look(at);
    if (!moment.isEmpty()) {
      waiting.remove(at);
    }
    return moment;
  }

  /** The inputs of a moment, in order; they stay here. */
  List<Watched> look(long at) throws Exception {
    List<Watched> moment = waiting.get(at);
    return moment == null ? List.of() : ordered(moment, at);
  }

  /** Everything that is here up to and at this moment; it stays here. */
  SortedMap<Long, List<Watched>> upTo(long at) throws Exception {
    SortedMap<Long, List<Watched>> moments = new TreeMap<>();
    for (Map.Entry<Long, List<Watched>> moment : waiting.entries()) {
      if (moment.getKey() <= at) {
        moments.put(moment.getKey(), ordered(moment.getValue(), moment.getKey()));
      }
    }
    return moments;
  }

  /** Takes out what is here up to and at this moment. */
  SortedMap<Long, List<Watched>> takeUpTo(long at) throws Exception {
    SortedMap<Long, List<Watched>> taken = upTo(at);
    for (long moment : taken.keySet()) {
      waiting.remove(moment);
    }
    return taken;
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

  /** What was late for its own moment comes last: it came when all else was through. */
  private static List<Watched> ordered(List<Watched> moment, long at) {
    return moment.stream()
        .sorted(
            Comparator.<Watched, Boolean>comparing(input -> input.at() < at)
                .thenComparing(InputBuffer::compare))
        .toList();
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
