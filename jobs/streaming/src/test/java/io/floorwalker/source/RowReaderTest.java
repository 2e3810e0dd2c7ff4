package io.floorwalker.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowReaderTest {

  @Test
  void aRowComesWithItsKey() {
    assertThat(read("c-1|marketing|email", bytes(), List.of()))
        .containsExactly(Either.Left("c-1|marketing|email holds yes-1"));
  }

  @Test
  void aRecordWithoutValueIsARemoval() {
    assertThat(read("c-1|marketing|email", null, List.of()))
        .containsExactly(Either.Left("c-1|marketing|email is removed"));
  }

  @Test
  void aTickIsPassedOver() {
    assertThat(read("tick", null, Tick.headers(1_700_000_000_000L))).isEmpty();
  }

  @Test
  void anotherHeaderMakesNoTick() {
    assertThat(read("k", null, Tick.headers(-1))).containsExactly(Either.Left("k is removed"));
  }

  @Test
  void aBrokenValueIsADeadLetter() {
    assertThat(letter(read("k", new byte[] {1, 2, 3}, List.of())).getClass$()).isEqualTo("header");
    assertThat(letter(read("k", new byte[0], List.of())).getClass$()).isEqualTo("empty");
  }

  @Test
  void aUselessKeyIsADeadLetter() {
    DeadLetter letter = letter(read("", null, List.of()));
    assertThat(letter.getClass$()).isEqualTo("key");
    assertThat(letter.getTopic()).isEqualTo("cx.consent");
    assertThat(letter.getJob()).isEqualTo("test-job");
  }

  private static DeadLetter letter(List<Either<String, DeadLetter>> read) {
    assertThat(read).hasSize(1);
    return read.get(0).right();
  }

  private static Optional<String> describe(String key, @Nullable Consent row) {
    if (key.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(row == null ? key + " is removed" : key + " holds " + row.getConsentRef());
  }

  private static List<Either<String, DeadLetter>> read(
      String key, byte @Nullable [] value, List<Header> headers) {
    RowReader<Consent, String> reader =
        new RowReader<>(Consent.class, String.class, RowReaderTest::describe, "test-job");
    reader.open(new TestingInitialization());
    List<Either<String, DeadLetter>> read = new ArrayList<>();
    reader.deserialize(
        new ConsumerRecord<>(
            "cx.consent",
            1,
            7,
            1_700_000_000_000L,
            TimestampType.CREATE_TIME,
            key.length(),
            value == null ? -1 : value.length,
            key.getBytes(StandardCharsets.UTF_8),
            value,
            new RecordHeaders(headers),
            Optional.empty()),
        new Collector<>() {
          @Override
          public void collect(Either<String, DeadLetter> one) {
            read.add(one);
          }

          @Override
          public void close() {}
        });
    return read;
  }

  private static byte[] bytes() {
    return Wire.of(Consent.class)
        .encode(
            Consent.newBuilder()
                .setSubject("c-1")
                .setChannel("email")
                .setConsentRef("yes-1")
                .setChangedAt(Instant.EPOCH)
                .build());
  }
}
