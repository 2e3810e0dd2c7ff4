package io.floorwalker.deliver;

import java.time.Duration;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What a storm stop remembers: the held actions in their order, and when the last ones were let
 * through, which is all that an exact sliding minute needs. Times are milliseconds of wall clock.
 * Keyed state: use it inside a keyed operator only.
 */
final class HeldActions {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  private final long most;
  private final MapState<Long, Errand> held;
  private final MapState<Long, Long> releasedAt;
  private final ValueState<HoldingLine> line;

  private HeldActions(
      long most,
      MapState<Long, Errand> held,
      MapState<Long, Long> releasedAt,
      ValueState<HoldingLine> line) {
    this.most = most;
    this.held = held;
    this.releasedAt = releasedAt;
    this.line = line;
  }

  /** {@code most} is what a minute allows. */
  static HeldActions open(RuntimeContext context, long most) {
    return new HeldActions(
        most,
        context.getMapState(
            new MapStateDescriptor<>("held", Types.LONG, TypeInformation.of(Errand.class))),
        context.getMapState(new MapStateDescriptor<>("released-at", Types.LONG, Types.LONG)),
        context.getState(
            new ValueStateDescriptor<>("line", TypeInformation.of(HoldingLine.class))));
  }

  long size() throws Exception {
    return line().length();
  }

  boolean isEmpty() throws Exception {
    return size() == 0;
  }

  /** Whether nothing is held and nothing was for a minute. */
  boolean isCalm(long now) throws Exception {
    long heldAt = line().heldAt();
    return isEmpty() && (heldAt == 0 || now - heldAt >= MINUTE);
  }

  void add(Errand errand, long now) throws Exception {
    HoldingLine before = line();
    held.put(before.next(), errand);
    line.update(before.joined(now));
  }

  /** The one that was held first; there must be one. */
  Errand first() throws Exception {
    return held.get(line().first());
  }

  void removeFirst(long now) throws Exception {
    HoldingLine before = line();
    held.remove(before.first());
    line.update(before.left(now));
  }

  /**
   * When the next action may pass: a minute after the one that was let through so many before it.
   * What is not remembered any more is older than that.
   */
  long freeAt() throws Exception {
    Long earlier = releasedAt.get(line().released() - most);
    return earlier == null ? Long.MIN_VALUE : earlier + MINUTE;
  }

  /** Charges an action to the minute that begins now. */
  void letThrough(long now) throws Exception {
    HoldingLine before = line();
    releasedAt.remove(before.released() - most);
    releasedAt.put(before.released(), now);
    line.update(before.letThrough());
  }

  private HoldingLine line() throws Exception {
    HoldingLine current = line.value();
    return current == null ? HoldingLine.empty() : current;
  }
}
