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

  /** Takes out what ends at a moment; none where the timer was another's. */
  List<Silence> take(long at) throws Exception {
    List<Silence> moment = waiting.get(at);
    if (moment == null) {
      return List.of();
    }
    waiting.remove(at);
    return moment;
  }
}
