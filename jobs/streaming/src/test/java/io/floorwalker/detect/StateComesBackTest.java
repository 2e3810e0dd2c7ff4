package io.floorwalker.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.abandonment.CartDetector;
import io.floorwalker.detect.struggle.StruggleDetector;
import io.floorwalker.schema.Checkout;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Form;
import io.floorwalker.schema.Interaction;
import io.floorwalker.schema.Payment;
import io.floorwalker.schema.ProductLine;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.PipelineHarness;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

/**
 * Keys come and go, a million of them in the nightly run, and leave nothing behind: neither state
 * nor timers.
 */
class StateComesBackTest {
  private static final int KEYS = Integer.getInteger("floorwalker.keys", 3_000);
  private static final int BETWEEN_WATERMARKS = 50;
  private static final long APART = Duration.ofSeconds(2).toMillis();
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  /** What each of them does, beginning so many seconds after the first. */
  private static final List<String> VISIT =
      List.of(
          EventTypes.PRODUCT_ADDED,
          EventTypes.CHECKOUT_STEP_VIEWED,
          EventTypes.ELEMENT_CLICKED,
          EventTypes.FIELD_ERROR,
          EventTypes.PAYMENT_DECLINED);

  @Test
  void carts() {
    comeAndGo(
        events -> CartDetector.attach(events, Settings.builtIn(), "test").detections(),
        Duration.ofDays(8));
  }

  @Test
  void sessions() {
    comeAndGo(
        events -> StruggleDetector.attach(events, Settings.builtIn(), "test").detections(),
        Duration.ofHours(3));
  }

  private static void comeAndGo(
      Function<DataStream<Received>, DataStream<Detection>> detector, Duration remembered) {
    try (PipelineHarness<Received, Detection> harness =
        PipelineHarness.of(Received.TYPE, detector)) {
      long at = START.toEpochMilli();
      for (int key = 0; key < KEYS; key++) {
        at += APART;
        for (int step = 0; step < VISIT.size(); step++) {
          CustomerEvent event = event(key, VISIT.get(step), at + step * 1000L);
          harness.element(new Received(event, 0, 0, 0), event.getOccurredAt().toEpochMilli());
        }
        if (key % BETWEEN_WATERMARKS == 0) {
          harness.watermark(at);
        }
      }
      assertThat(harness.keyedStateEntries()).as("while they are there").isGreaterThan(KEYS / 100);
      harness.watermark(at + remembered.toMillis());
      assertThat(harness.keyedStateEntries()).as("entries of state").isZero();
      assertThat(harness.eventTimeTimers()).as("timers").isZero();
    }
  }

  private static CustomerEvent event(int key, String type, long at) {
    return CustomerEvent.newBuilder()
        .setEventId(key + type)
        .setType(type)
        .setOccurredAt(Instant.ofEpochMilli(at))
        .setSessionId("s-" + key)
        .setAnonymousId("v-" + key)
        .setCustomerKey("v-" + key)
        .setProduct(ProductLine.newBuilder().setProductId("shoes").build())
        .setCheckout(Checkout.newBuilder().setStep("address").build())
        .setInteraction(Interaction.newBuilder().setSelector("#pay").setInteractive(true).build())
        .setForm(Form.newBuilder().setField("zip").build())
        .setPayment(Payment.newBuilder().setHard(true).build())
        .build();
  }
}
