package io.floorwalker.detect.incident;

import io.floorwalker.detect.struggle.StepReached;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * Counts of a site by hour, for four weeks: one entry an hour, with the roll-ups that were seen in
 * it. A session counts once a minute.
 */
final class History {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final int WEEK = 7 * 24;
  private static final int WEEKS = 4;

  /** With fewer sessions the rate of a site says nothing. */
  private static final long ENOUGH = 200;

  private final MapState<Long, Map<String, Tally>> hours;

  private History(MapState<Long, Map<String, Tally>> hours) {
    this.hours = hours;
  }

  static History open(RuntimeContext context) {
    return new History(
        context.getMapState(
            new MapStateDescriptor<>(
                "hours", Types.LONG, Types.MAP(Types.STRING, TypeInformation.of(Tally.class)))));
  }

  /** Adds what happened in one minute, which is over. */
  void add(String site, long minute, Window window, TimerService timers) throws Exception {
    long hour = Math.floorDiv(minute, HOUR);
    @Nullable Map<String, Tally> known = hours.get(hour);
    Map<String, Tally> counts = known == null ? new HashMap<>() : known;
    for (StepReached reached : window.reached()) {
      RollUp step = RollUp.of(site, reached.step());
      Tally one = new Tally(0, 1);
      counts.merge(site, one, Tally::plus);
      counts.merge(step.key(), one, Tally::plus);
      if (reached.deviceClass() != null) {
        RollUp device = new RollUp(site, reached.step(), Dimension.DEVICE, reached.deviceClass());
        counts.merge(device.key(), one, Tally::plus);
      }
    }
    for (String step : window.stepsInTrouble()) {
      for (RollUp rollUp : window.rollUps(step)) {
        Tally some = new Tally(window.strugglingIn(rollUp).size(), 0);
        if (rollUp.dimension() == Dimension.STEP) {
          counts.merge(site, some, Tally::plus);
        }
        if (rollUp.dimension() != Dimension.RELEASE) {
          counts.merge(rollUp.key(), some, Tally::plus);
        }
      }
    }
    hours.put(hour, counts);
    timers.registerEventTimeTimer(forgottenAt(hour));
  }

  /** What is usual at this moment. */
  Baseline before(String site, long moment, double prior) throws Exception {
    long present = Math.floorDiv(moment, HOUR);
    Tally whole = Tally.NONE;
    for (long hour = present - WEEKS * WEEK; hour < present; hour++) {
      whole = whole.plus(counts(hour).getOrDefault(site, Tally.NONE));
    }
    List<Map<String, Tally>> sameHours = new ArrayList<>();
    for (int week = 1; week <= WEEKS; week++) {
      sameHours.add(counts(present - (long) week * WEEK));
    }
    return new Baseline(sameHours, whole.sessions() < ENOUGH ? prior : whole.share());
  }

  /** To be called for every timer; forgets the hour that no baseline needs any more. */
  void onTimer(long timestamp) throws Exception {
    long hour = Math.floorDiv(timestamp, HOUR) - WEEKS * WEEK;
    if (timestamp == forgottenAt(hour)) {
      hours.remove(hour);
    }
  }

  private Map<String, Tally> counts(long hour) throws Exception {
    @Nullable Map<String, Tally> counts = hours.get(hour);
    return counts == null ? Map.of() : counts;
  }

  /** The last moment of the last hour whose baseline needs it. */
  private static long forgottenAt(long hour) {
    return (hour + WEEKS * WEEK + 1) * HOUR - 1;
  }
}
