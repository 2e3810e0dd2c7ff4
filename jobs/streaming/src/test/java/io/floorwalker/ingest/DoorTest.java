package io.floorwalker.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.ingest.privacy.TestingKeys;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Admission.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class DoorTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void theCustomerIsTheSignedInOne() {
    CustomerEvent event = event(builder -> builder.setUserId("u-1").setAnonymousId("a-1"));
    assertThat(refusal(event)).isEmpty();
    assertThat(event.getCustomerKey()).isEqualTo("u-1");
    assertThat(event.getReceivedAt()).isEqualTo(NOW);
  }

  @Test
  void theCustomerIsTheDeviceWhereNobodySignedIn() {
    CustomerEvent event = event(builder -> builder.setUserId(" ").setAnonymousId("a-1"));
    assertThat(refusal(event)).isEmpty();
    assertThat(event.getCustomerKey()).isEqualTo("a-1");
  }

  @Test
  void whatASenderClaimsToBeTheCustomerIsOverwritten() {
    CustomerEvent event = event(builder -> builder.setCustomerKey("forged").setUserId("u-1"));
    assertThat(refusal(event)).isEmpty();
    assertThat(event.getCustomerKey()).isEqualTo("u-1");
  }

  @Test
  void anEventOfNobodyIsRefused() {
    CustomerEvent event = event(builder -> builder.setUserId(null).setSessionId(null));
    assertThat(classOf(event)).isEqualTo("key");
  }

  @Test
  void anEventOfASessionAloneIsAdmittedWithoutCustomer() {
    CustomerEvent event = event(builder -> builder.setUserId(null).setSessionId("s-1"));
    assertThat(refusal(event)).isEmpty();
    assertThat(event.getCustomerKey()).isNull();
  }

  @Test
  void fiveMinutesAheadAreTolerated() {
    assertThat(refusal(event(builder -> builder.setOccurredAt(NOW.plusSeconds(300))))).isEmpty();
  }

  @Test
  void aMillisecondMoreIsRefused() {
    CustomerEvent event =
        event(builder -> builder.setOccurredAt(NOW.plusSeconds(300).plusMillis(1)));
    assertThat(classOf(event)).isEqualTo("time");
  }

  @Test
  void theYear2099IsRefused() {
    CustomerEvent event =
        event(builder -> builder.setOccurredAt(Instant.parse("2099-01-01T00:00:00Z")));
    assertThat(classOf(event)).isEqualTo("time");
  }

  @Test
  void timeZeroAndBeforeAreRefused() {
    assertThat(classOf(event(builder -> builder.setOccurredAt(Instant.EPOCH)))).isEqualTo("time");
    assertThat(classOf(event(builder -> builder.setOccurredAt(Instant.ofEpochMilli(-1)))))
        .isEqualTo("time");
  }

  @Test
  void anOldEventIsAdmitted() {
    CustomerEvent event =
        event(builder -> builder.setOccurredAt(Instant.parse("2021-02-09T00:00:00Z")));
    assertThat(refusal(event)).isEmpty();
  }

  @Test
  void anEventWithoutIdOrTypeIsRefused() {
    assertThat(classOf(event(builder -> builder.setEventId("")))).isEqualTo("field");
    assertThat(classOf(event(builder -> builder.setType(" ")))).isEqualTo("field");
  }

  @Test
  void anEventThatLacksWhatItsTypeNeedsIsRefusedWithTheName() {
    CustomerEvent event = event(builder -> builder.setType("field_error"));
    assertThat(refusal(event).orElseThrow().reason()).contains("form.field");
  }

  @Test
  void anUnknownTypeIsAdmitted() {
    assertThat(refusal(event(builder -> builder.setType("something_new")))).isEmpty();
  }

  private static String classOf(CustomerEvent event) {
    return refusal(event).orElseThrow().deadLetterClass();
  }

  private static Optional<Refusal> refusal(CustomerEvent event) {
    Door door = new Door(TestingKeys.privacy());
    try {
      door.open(new UnregisteredMetricsGroup());
    } catch (InvalidSettings e) {
      throw new IllegalStateException(e);
    }
    return door.check(event, NOW.toEpochMilli());
  }

  private static CustomerEvent event(Consumer<CustomerEvent.Builder> change) {
    CustomerEvent.Builder builder =
        CustomerEvent.newBuilder()
            .setEventId("e-1")
            .setType("page_viewed")
            .setUserId("u-1")
            .setOccurredAt(NOW.minusSeconds(1));
    change.accept(builder);
    return builder.build();
  }
}
