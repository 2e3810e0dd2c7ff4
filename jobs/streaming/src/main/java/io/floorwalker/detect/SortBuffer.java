package io.floorwalker.detect;

import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/**
 * One key's events until the watermark has passed them, by their moment, or for as long as its
 * owner leaves them here. A repeat is recognised while its first is still here. Keyed state: use it
 * inside a keyed operator only.
 */
public final class SortBuffer {
  public static final TypeInformation<CustomerEvent> EVENT =
      TypeInformation.of(CustomerEvent.class);
  private final MapState<Long, List<CustomerEvent>> waiting;

  private SortBuffer(MapState<Long, List<CustomerEvent>> waiting) {
    this.waiting = waiting;
  }

  public static SortBuffer open(RuntimeContext context) {
    return open(context, "waiting");
  }

  /** The same where something else waits under the usual name. */
  public static SortBuffer open(RuntimeContext context, String name) {
    return new SortBuffer(
        context.getMapState(new MapStateDescriptor<>(name, Types.LONG, Types.LIST(EVENT))));
  }

  /** Keeps the event and asks for a timer at its moment; false for a repeat, which is dropped. */
  public boolean add(CustomerEvent event, TimerService timers) throws Exception {
    if (!insert(event)) {
      return false;
    }
    timers.registerEventTimeTimer(event.getOccurredAt().toEpochMilli());
    return true;
  }

  /** Keeps an event whose moment has passed; false for a repeat, which is dropped. */
  public boolean insert(CustomerEvent event) throws Exception {
    long at = event.getOccurredAt().toEpochMilli();
    List<CustomerEvent> moment = waiting.get(at);
    List<CustomerEvent> events = moment == null ? new ArrayList<>(1) : moment;
    if (events.stream().anyMatch(other -> other.getEventId().equals(event.getEventId()))) {
      return false;
    }
    events.add(event);
    waiting.put(at, events);
    return true;
  }

  /** Takes the events of a moment out, in canonical order; none where the timer was another's. */
  public List<CustomerEvent> take(long at) throws Exception {
    List<CustomerEvent> moment = look(at);
    if (!moment.isEmpty()) {
      waiting.remove(at);
    }
    return moment;
  }

  /** Takes out the first event of a moment at which there is one. */
  public CustomerEvent takeFirst(long at) throws Exception {
    List<CustomerEvent> moment = new ArrayList<>(look(at));
    CustomerEvent first = moment.remove(0);
    if (moment.isEmpty()) {
      waiting.remove(at);
    } else {
      waiting.put(at, moment);
    }
    return first;
  }

  /** The first moment with an event, milliseconds; {@link Long#MAX_VALUE} where there is none. */
  public long first() throws Exception {
    long first = Long.MAX_VALUE;
    for (long at : waiting.keys()) {
      first = Math.min(first, at);
    }
    return first;
  }

  /** The events of a moment, in canonical order; they stay here. */
  public List<CustomerEvent> look(long at) throws Exception {
    List<CustomerEvent> moment = waiting.get(at);
    return moment == null ? List.of() : ordered(moment);
  }

  /** Everything that is here up to and at this moment, in canonical order; it stays here. */
  public List<CustomerEvent> upTo(long at) throws Exception {
    SortedMap<Long, List<CustomerEvent>> moments = new TreeMap<>();
    for (Map.Entry<Long, List<CustomerEvent>> moment : waiting.entries()) {
      if (moment.getKey() <= at) {
        moments.put(moment.getKey(), ordered(moment.getValue()));
      }
    }
    return moments.values().stream().flatMap(List::stream).toList();
  }

  /** Takes out what is here up to and at this moment, in canonical order. */
  public List<CustomerEvent> takeUpTo(long at) throws Exception {
    List<CustomerEvent> taken = upTo(at);
    for (CustomerEvent event : taken) {
      waiting.remove(event.getOccurredAt().toEpochMilli());
    }
    return taken;
  }

  /** Whether events wait for a timer at this moment. */
  public boolean waitsFor(long at) throws Exception {
    return waiting.contains(at);
  }

  private static List<CustomerEvent> ordered(List<CustomerEvent> moment) {
    return moment.stream().sorted(CanonicalOrder.WITHIN_A_MOMENT).toList();
  }
}
