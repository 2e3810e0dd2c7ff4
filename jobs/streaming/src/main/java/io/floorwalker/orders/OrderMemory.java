package io.floorwalker.orders;

import io.floorwalker.schema.CustomerEvent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one order.
 *
 * @param eventIds the events that made the versions, to know a repeat
 * @param newestAt the newest of those events, milliseconds
 * @param forgetAt when the timer fires that looks whether the order can be forgotten, milliseconds
 */
public record OrderMemory(
    OrderVersion newest, List<String> eventIds, long newestAt, long forgetAt) {

  static OrderMemory after(@Nullable OrderMemory before, CustomerEvent event) {
    long at = event.getOccurredAt().toEpochMilli();
    if (before == null) {
      return new OrderMemory(OrderVersion.after(null, event), List.of(event.getEventId()), at, 0);
    }
    return new OrderMemory(
        OrderVersion.after(before.newest, event),
        Stream.concat(before.eventIds.stream(), Stream.of(event.getEventId())).toList(),
        Math.max(before.newestAt, at),
        before.forgetAt);
  }

  OrderMemory forgottenAt(long time) {
    return new OrderMemory(newest, eventIds, newestAt, time);
  }
}
