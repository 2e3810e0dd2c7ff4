package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import io.floorwalker.source.Tick;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TailLineTest {

  private static final byte[] EVENT =
      Wire.of(CustomerEvent.class)
          .encode(
              CustomerEvent.newBuilder()
                  .setEventId("e-1")
                  .setOccurredAt(Instant.parse("2026-03-01T10:00:00Z"))
                  .setType("product_added")
                  .setProduct(
                      ProductLine.newBuilder()
                          .setProductId("shoes")
                          .setPrice(new BigDecimal("79.0000"))
                          .build())
                  .build());

  @Test
  void aRecordBetweenJobsIsShownAsItIs() {
    assertThat(new TailLine(Topics.EVENTS, false).of(entry(Topics.EVENTS, EVENT)))
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .startsWith(
                        "{\"occurred_at\": \"2026-03-01T10:00:00.000Z\", \"type\": \"product_added\"")
                    .contains("\"product\": {\"product_id\": \"shoes\", \"price\": \"79.0000\"}")
                    .doesNotContain("session_id"));
  }

  @Test
  void aRawRecordHasItsPosition() {
    assertThat(new TailLine(Topics.RAW_CANONICAL, false).of(entry(Topics.RAW_CANONICAL, EVENT)))
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .startsWith("{\"partition\": 2, \"offset\": 7, \"timestamp\": ")
                    .contains("\"key\": \"s-1\"", "\"decodable\": true", "\"event_id\": \"e-1\""));
  }

  @Test
  void aRecordThatCannotBeDecodedSaysWhy() {
    byte[] broken = "no avro".getBytes(StandardCharsets.UTF_8);

    assertThat(new TailLine(Topics.RAW_CANONICAL, false).of(entry(Topics.RAW_CANONICAL, broken)))
        .hasValueSatisfying(
            line ->
                assertThat(line)
                    .contains("\"decodable\": false", "\"class\": \"header\"")
                    .doesNotContain("no avro"));
  }

  @Test
  void aTickIsShownToWhoAsksForIt() {
    assertThat(new TailLine(Topics.EVENTS, false).of(entry(Topics.EVENTS, null))).isEmpty();
    assertThat(new TailLine(Topics.EVENTS, true).of(entry(Topics.EVENTS, null)))
        .hasValueSatisfying(line -> assertThat(line).contains("\"tick\""));
  }

  @Test
  void inACompactedTopicNoValueIsARemoval() {
    assertThat(new TailLine(Topics.CONSENT, false).of(entry(Topics.CONSENT, null)))
        .hasValueSatisfying(line -> assertThat(line).contains("\"removed\": true"));
  }

  @Test
  void aTickInACompactedTopicIsNoRemoval() {
    ConsumerRecord<byte[], byte @Nullable []> tick = entry(Topics.ACCOUNTS, null);
    Tick.headers(1_700_000_000_000L).forEach(tick.headers()::add);

    assertThat(new TailLine(Topics.ACCOUNTS, false).of(tick)).isEmpty();
    assertThat(new TailLine(Topics.ACCOUNTS, true).of(tick))
        .hasValueSatisfying(line -> assertThat(line).contains("\"tick\""));
  }

  private static ConsumerRecord<byte[], byte @Nullable []> entry(
      String topic, byte @Nullable [] value) {
    return new ConsumerRecord<>(topic, 2, 7, "s-1".getBytes(StandardCharsets.UTF_8), value);
  }
}
