package io.floorwalker.orders;

import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.ShopEvents.line;
import static io.floorwalker.testkit.ShopEvents.page;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Order;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.Timeline;
import java.math.BigDecimal;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

class OrderHistoryTest {

  @Test
  void whatHappensToAnOrderIsNumberedInItsOrder() {
    assertThat(
            versions(
                timeline()
                    .at("0m", placed("o-1"))
                    .at("10m", changed(EventTypes.RETURN_REQUESTED, "o-1"))
                    .at("20m", changed(EventTypes.ORDER_REFUNDED, "o-1"))
                    .watermark("20m")))
        .containsExactly("o-1 1 PLACED", "o-1 2 RETURN_REQUESTED", "o-1 3 REFUNDED");
  }

  @Test
  void theOrderOfArrivalChangesNothing() {
    assertThat(
            versions(
                timeline()
                    .at("20m", changed(EventTypes.ORDER_REFUNDED, "o-1"))
                    .at("0m", placed("o-1"))
                    .at("10m", changed(EventTypes.ORDER_CANCELLED, "o-1"))
                    .watermark("20m")))
        .containsExactly("o-1 1 PLACED", "o-1 2 CANCELLED", "o-1 3 REFUNDED");
  }

  @Test
  void nothingIsNumberedBeforeTheWatermarkHasPassedIt() {
    after(timeline().at("10m", placed("o-1")).watermark("9m59s999ms")).emitsNothing();
  }

  @Test
  void inOneMomentAnOrderIsPlacedFirst() {
    assertThat(
            versions(
                timeline()
                    .at("0m", changed(EventTypes.ORDER_CANCELLED, "o-1").id("a"))
                    .at("0m", placed("o-1").id("b"))
                    .watermark("0m")))
        .containsExactly("o-1 1 PLACED", "o-1 2 CANCELLED");
  }

  @Test
  void ordersDoNotCountEachOther() {
    assertThat(
            versions(
                timeline()
                    .at("0m", placed("o-1"))
                    .at("1m", placed("o-2"))
                    .at("2m", changed(EventTypes.ORDER_CANCELLED, "o-2"))
                    .at("3m", changed(EventTypes.ORDER_CANCELLED, "o-1"))
                    .watermark("3m")))
        .containsExactly("o-1 1 PLACED", "o-2 1 PLACED", "o-2 2 CANCELLED", "o-1 2 CANCELLED");
  }

  @Test
  void aRepeatIsDroppedWhileItWaitsAndAfter() {
    Outcome<OrderVersion> outcome =
        after(
            timeline()
                .at("0m", placed("o-1").id("e-1"))
                .at("0m", placed("o-1").id("e-1"))
                .watermark("10m")
                .at("0m", placed("o-1").id("e-1"))
                .restore()
                .at("0m", placed("o-1").id("e-1"))
                .watermark("20m"));
    assertThat(words(outcome)).containsExactly("o-1 1 PLACED");
    outcome.late(OrderHistory.LATE, 0);
  }

  @Test
  void aRestoreInTheMiddleGoesOnCounting() {
    assertThat(
            versions(
                timeline()
                    .at("0m", placed("o-1"))
                    .watermark("1m")
                    .at("10m", changed(EventTypes.ORDER_CANCELLED, "o-1"))
                    .restoreAt(2)
                    .at("5m", changed(EventTypes.RETURN_REQUESTED, "o-1"))
                    .watermark("20m")))
        .containsExactly("o-1 1 PLACED", "o-1 2 RETURN_REQUESTED", "o-1 3 CANCELLED");
  }

  @Test
  void aLateEventTakesTheNextNumberAndIsWrittenDown() {
    Outcome<OrderVersion> outcome =
        after(
            timeline()
                .at("10m", changed(EventTypes.ORDER_REFUNDED, "o-1"))
                .watermark("10m")
                .at("10m", changed(EventTypes.ORDER_CANCELLED, "o-1").id("late-1")));
    assertThat(words(outcome)).containsExactly("o-1 1 REFUNDED", "o-1 2 CANCELLED");
    assertThat(outcome.sideOutput(OrderHistory.LATE))
        .singleElement()
        .satisfies(late -> assertThat(late.getEvent().getEventId()).isEqualTo("late-1"))
        .extracting(LateEvent::getJob)
        .isEqualTo("lake");
  }

  @Test
  void whatAnEventDoesNotSayIsAsBefore() {
    List<OrderVersion> versions =
        after(
                timeline()
                    .at(
                        "0m",
                        placed("o-1")
                            .by("c-1")
                            .in("s-1")
                            .with(
                                event ->
                                    event.setOrder(
                                        Order.newBuilder()
                                            .setOrderId("o-1")
                                            .setOrderChannel("web")
                                            .setNetValue(new BigDecimal("88.0000"))
                                            .setTax(new BigDecimal("5.0000"))
                                            .setCoupons(List.of("SPRING"))
                                            .setLines(List.of(line("shoes", "79.00", 1)))
                                            .build())))
                    .at(
                        "10m",
                        changed(EventTypes.ORDER_REFUNDED, "o-1")
                            .by("desk")
                            .in("s-2")
                            .with(event -> event.getOrder().setNetValue(new BigDecimal("9.0000"))))
                    .watermark("10m"))
            .output();
    OrderVersion refunded = versions.get(1);
    assertThat(refunded.placedAt()).isEqualTo(Moment.at("0m").toEpochMilli());
    assertThat(refunded.event().getOccurredAt()).isEqualTo(Moment.at("10m"));
    assertThat(refunded.event().getCustomerKey()).isEqualTo("c-1");
    assertThat(refunded.event().getSessionId()).isEqualTo("s-1");
    Order order = refunded.event().getOrder();
    assertThat(order.getNetValue()).isEqualByComparingTo("9");
    assertThat(order.getTax()).isEqualByComparingTo("5");
    assertThat(order.getOrderChannel()).isEqualTo("web");
    assertThat(order.getCoupons()).containsExactly("SPRING");
    assertThat(order.getLines()).hasSize(1);
    assertThat(versions.get(0).event().getOrder().getNetValue()).isEqualByComparingTo("88");
  }

  @Test
  void anOrderThatWasNeverSeenPlacedHasNoPlacedAt() {
    assertThat(
            after(timeline().at("0m", changed(EventTypes.ORDER_REFUNDED, "o-1")).watermark("0m"))
                .output())
        .singleElement()
        .satisfies(version -> assertThat(version.placedAt()).isNull());
  }

  @Test
  void otherEventsAreNotKeptAndAnOrderWithoutIdIsCounted() {
    after(
            timeline()
                .at("0m", page().viewed())
                .at("0m", event(EventTypes.ORDER_PLACED))
                .at("0m", event(EventTypes.ORDER_PLACED).with(e -> e.setOrder(new Order())))
                .watermark("1m"))
        .emitsNothing()
        .counts("without_order_id", 2)
        .leavesNoState();
  }

  @Test
  void anOrderIsForgottenNinetyDaysAfterItsLastEvent() {
    Timeline<ShopEvent, Received> changedAfterTwoMonths =
        timeline()
            .at("0m", placed("o-1"))
            .watermark("1d")
            .at("60d", changed(EventTypes.RETURN_REQUESTED, "o-1"))
            .watermark("149d23h");
    after(changedAfterTwoMonths).leavesTimers(1);
    after(changedAfterTwoMonths.watermark("150d")).leavesNoState().leavesTimers(0);
  }

  private static Outcome<OrderVersion> after(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(OrderHistoryTest::pipeline);
  }

  private static DataStream<OrderVersion> pipeline(DataStream<Received> events) {
    return OrderHistory.attach(
        OrderEvents.attach(events).keyBy(OrderEvents.ORDER_ID, Types.STRING), "lake");
  }

  private static List<String> versions(Timeline<ShopEvent, Received> timeline) {
    return words(after(timeline));
  }

  private static List<String> words(Outcome<OrderVersion> outcome) {
    return outcome.output().stream()
        .map(
            version ->
                "%s %d %s"
                    .formatted(
                        version.event().getOrder().getOrderId(),
                        version.number(),
                        version.status()))
        .toList();
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 1));
  }

  private static ShopEvent placed(String orderId) {
    return changed(EventTypes.ORDER_PLACED, orderId);
  }

  private static ShopEvent changed(String type, String orderId) {
    return event(type)
        .with(event -> event.setOrder(Order.newBuilder().setOrderId(orderId).build()));
  }
}
