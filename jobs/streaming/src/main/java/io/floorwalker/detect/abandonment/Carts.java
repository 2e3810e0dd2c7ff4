package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import java.time.Duration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * All carts and what was done with them. A visitor's cart may become a user's, never the reverse,
 * so visitors go first:
 *
 * <pre>{@code
 * visitors' events ─> visitors' cart step ─┬──────────────────────────────────> activities
 *                                          └─ carried over ─┐                      ^
 * users' events ────────────────────────────────────────────┴─> users' cart step ──┘
 * }</pre>
 */
record Carts(
    DataStream<CartActivity> activities,
    DataStream<IntentNews> news,
    DataStream<LateEvent> lateEvents) {

  static Carts ofVisitorsAndUsers(
      DataStream<Received> events, String job, Tuned<Cart.Timing> timing, Duration horizon) {
    SingleOutputStreamOperator<CartActivity> visitors =
        CartStep.attach(
            events
                .filter(received -> SignIn.isVisitors(received.event()))
                .name("visitors")
                .uid("visitors-v1")
                .keyBy(CartKey.CUSTOMER),
            "visitors' cart step",
            job,
            timing,
            horizon);
    SingleOutputStreamOperator<CartActivity> users =
        CartStep.attach(
            events
                .filter(received -> !SignIn.isVisitors(received.event()))
                .name("users")
                .uid("users-v1")
                .union(visitors.getSideOutput(CartStep.CARRIED_OVER))
                .keyBy(CartKey.CUSTOMER),
            "users' cart step",
            job,
            timing,
            horizon);
    return new Carts(
        visitors.union(users),
        visitors.getSideOutput(CartStep.NEWS).union(users.getSideOutput(CartStep.NEWS)),
        visitors.getSideOutput(CartStep.LATE).union(users.getSideOutput(CartStep.LATE)));
  }

  /** Each visit has a cart of its own, whoever it is. */
  static Carts ofVisits(
      DataStream<Received> events, String job, Tuned<Cart.Timing> timing, Duration horizon) {
    SingleOutputStreamOperator<CartActivity> visits =
        CartStep.attach(events.keyBy(CartKey.SESSION), "visits' cart step", job, timing, horizon);
    return new Carts(
        visits, visits.getSideOutput(CartStep.NEWS), visits.getSideOutput(CartStep.LATE));
  }
}
