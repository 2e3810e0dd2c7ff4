package io.floorwalker.outcome;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.decisions.Exposure;
import io.floorwalker.decisions.Success;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Order;
import io.floorwalker.schema.Outcome;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** What tests let the join hear, and the join to hear it. */
final class Units {

  private Units() {}

  static PipelineHarness<UnitNews, Outcome> started() {
    return PipelineHarness.of(
        TypeInformation.of(UnitNews.class), news -> OutcomeStep.attach(news.keyBy(UnitNews::unit)));
  }

  static PipelineHarness<UnitNews, Outcome> restored(Snapshot snapshot, int parallelism) {
    return PipelineHarness.restored(
        TypeInformation.of(UnitNews.class),
        news -> OutcomeStep.attach(news.keyBy(UnitNews::unit)),
        snapshot,
        parallelism);
  }

  /** A customer, exposed so that an order counts for so long. */
  static Exposure customer(String decision, String customer, Instant at, Duration window) {
    Outcome open = open(decision, at).setCustomerKey(customer).build();
    return exposure(open, Success.ORDER, window);
  }

  /** Ann of Acme, whose return counts for 14 days. */
  static Exposure ann(String decision, Instant at) {
    Outcome open = open(decision, at).setAccountId("acme").setContactId("ann").build();
    return exposure(open, Success.RETURN, Duration.ofDays(14));
  }

  private static Outcome.Builder open(String decision, Instant at) {
    return Outcome.newBuilder()
        .setOutcomeId("")
        .setOccurredAt(at)
        .setDecisionId(decision)
        .setJob("test");
  }

  private static Exposure exposure(Outcome open, Success success, Duration window) {
    long from = open.getOccurredAt().toEpochMilli();
    return new Exposure(open, success, "d-" + open.getDecisionId(), from, from + window.toMillis());
  }

  static CustomerEvent.Builder ordered(String order, String customer, String at) {
    return event(EventTypes.ORDER_PLACED, Moment.at(at))
        .setCustomerKey(customer)
        .setOrder(
            Order.newBuilder()
                .setOrderId(order)
                .setNetValue(new BigDecimal("20.0000"))
                .setMargin(new BigDecimal("8.0000"))
                .setCurrency("EUR")
                .build());
  }

  static CustomerEvent.Builder annDoes(String type, String at) {
    return event(type, Moment.at(at)).setAccountId("acme").setContactId("ann");
  }

  static CustomerEvent.Builder event(String type, Instant at) {
    return CustomerEvent.newBuilder().setEventId(type + at).setType(type).setOccurredAt(at);
  }
}
