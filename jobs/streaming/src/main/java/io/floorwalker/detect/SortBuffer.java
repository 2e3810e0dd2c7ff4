package io.floorwalker.detect;

import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * One key's events until the watermark has passed them, by their moment. A repeat is recognised
 * while its first is still here. Keyed state: use it inside a keyed operator only.
 */
public final class SortBuffer {
  private final MapState<Long, List<CustomerEvent>> waiting;

  private SortBuffer(MapState<Long, List<CustomerEvent>> waiting) {
    this.waiting = waiting;
  }

  public static SortBuffer open(RuntimeContext context) {
    return new SortBuffer(
        context.getMapState(
            new MapStateDescriptor<>(
                "waiting", Types.LONG, Types.LIST(TypeInformation.of(CustomerEvent.class)))));
  }

  /** Keeps the event and asks for a timer at its moment; false for a repeat, which is dropped. */
  public boolean add(CustomerEvent event, TimerService timers) throws Exception {
    long at = event.getOccurredAt().toEpochMilli();
    List<CustomerEvent> moment = waiting.get(at);
    List<CustomerEvent> events = moment == null ? new ArrayList<>(1) : moment;
    if (events.stream().anyMatch(other -> other.getEventId().equals(event.getEventId()))) {
      return false;
    }
    events.add(event);
    waiting.put(at, events);
    timers.registerEventTimeTimer(at);
    return true;
  }

  /** Takes the events of a moment out, in canonical order; none where the timer was another's. */
  public List<CustomerEvent> take(long at) throws Exception {
    List<CustomerEvent> moment = waiting.get(at);
    if (moment == null) {
      return List.of();
    }
    waiting.remove(at);
    moment.sort(CanonicalOrder.WITHIN_A_MOMENT);
    return moment;
  }

  /** Whether events wait for a timer at this moment. */
  public boolean waitsFor(long at) throws Exception {
    return waiting.contains(at);
  }
}
