package io.floorwalker.detect.stakeholder;

import io.floorwalker.detect.Latecomer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one contact within the correction's horizon, so that an activity that comes late
 * can be put where it belongs: the inputs stay in the buffer, and the contact before them is kept.
 * With a horizon of 0 nothing is kept.
 */
final class Hindsight {
  private final InputBuffer buffer;
  private final ValueState<Past> pasts;
  private final Versions versions;
  private final Patience patience;
  private final long horizon;

  private Hindsight(
      RuntimeContext context, InputBuffer buffer, Patience patience, Duration horizon) {
    this.pasts =
        context.getState(new ValueStateDescriptor<>("past", TypeInformation.of(Past.class)));
    this.versions = Versions.open(context);
    this.buffer = buffer;
    this.patience = patience;
    this.horizon = horizon.toMillis();
  }

  static Hindsight open(
      RuntimeContext context, InputBuffer buffer, Patience patience, Duration horizon) {
    return new Hindsight(context, buffer, patience, horizon);
  }

  /** The inputs of a moment, in order; none where the timer was another's. */
  List<Watched> take(long at) throws Exception {
    return horizon == 0 ? buffer.take(at) : buffer.look(at);
  }

  /** To be told of every change of the contact; where there is no past yet it begins with it. */
  void changed(Contact before, long at, TimerService timers) throws Exception {
    if (horizon == 0) {
      return;
    }
    @Nullable Past past = pasts.value();
    pasts.update(past == null ? armed(before, at, timers) : past.changed(at));
  }

  /** To be told of a row that was late: it is dealt with now, not in its own moment. */
  void appliesLate(Watched row, Contact before, TimerService timers) throws Exception {
    if (horizon > 0) {
      buffer.insert(timers.currentWatermark(), row);
      changed(before, timers.currentWatermark(), timers);
    }
  }

  /** Whether an activity that came behind the watermark may still correct anything. */
  boolean reaches(Watched late, long watermark) {
    return late.at() > watermark - horizon;
  }

  /**
   * Puts a late activity where it belongs; empty for a repeat.
   *
   * @param now the contact as it is known
   */
  Optional<Correction> put(Watched late, Contact now, TimerService timers) throws Exception {
    long watermark = timers.currentWatermark();
    SortedMap<Long, List<Watched>> known = buffer.upTo(watermark);
    if (!buffer.insert(late.at(), late)) {
      return Optional.empty();
    }
    changed(now, watermark, timers);
    Past past = Objects.requireNonNull(pasts.value());
    return Optional.of(
        new Correction(
            past.retold(known, watermark, patience),
            past.retold(buffer.upTo(watermark), watermark, patience),
            Latecomer.of(late.event()),
            watermark));
  }

  /** The version under which this is said. */
  int version(Finding finding) throws Exception {
    return versions.next(finding);
  }

  /** Whether a timer at this moment is needed here. */
  boolean waitsFor(long at) throws Exception {
    @Nullable Past past = pasts.value();
    return buffer.waitsFor(at) || (past != null && past.lookAgainAt() == at);
  }

  /**
   * To be called for every timer of the key.
   *
   * @param now the contact as it is known; null where nothing is
   */
  void onTimer(long timestamp, @Nullable Contact now, TimerService timers) throws Exception {
    @Nullable Past past = pasts.value();
    if (past == null || past.lookAgainAt() != timestamp) {
      return;
    }
    long over = timestamp - horizon;
    Turn told = past.retold(buffer.takeUpTo(over), over, patience);
    if (past.changedAt() <= over) {
      pasts.clear();
      versions.keepOnlyOf(now);
    } else {
      pasts.update(armed(told.contact(), past.changedAt(), timers));
    }
  }

  private Past armed(Contact before, long changedAt, TimerService timers) {
    long due = changedAt + horizon;
    timers.registerEventTimeTimer(due);
    return new Past(before, changedAt, due);
  }
}
