package io.floorwalker.detect.struggle;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;

/** One session's waits until their end. Keyed state: use it inside a keyed operator only. */
final class Silences {
  private final MapState<Long, List<Silence>> waiting;

  private Silences(MapState<Long, List<Silence>> waiting) {
    this.waiting = waiting;
  }

  static Silences open(RuntimeContext context) {
    return new Silences(
        context.getMapState(
            new MapStateDescriptor<>(
                "silences", Types.LONG, Types.LIST(TypeInformation.of(Silence.class)))));
  }

  void add(Silence silence, TimerService timers) throws Exception {
    List<Silence> known = waiting.get(silence.at());
    List<Silence> moment = known == null ? new ArrayList<>(1) : known;
    moment.add(silence);
    waiting.put(silence.at(), moment);
    timers.registerEventTimeTimer(silence.at());
  }

  /** Takes out the one that began first of those that end at a moment. */
  Silence takeFirst(long at) throws Exception {
    List<Silence> moment = new ArrayList<>(waiting.get(at));
    Silence first = moment.remove(0);
    if (moment.isEmpty()) {
      waiting.remove(at);
    } else {
      waiting.put(at, moment);
    }
    return first;
  }

  /** When the first one ends, milliseconds; {@link Long#MAX_VALUE} where there is none. */
  long first() throws Exception {
    long first = Long.MAX_VALUE;
    for (long at : waiting.keys()) {
      first = Math.min(first, at);
    }
    return first;
  }
}
