package io.floorwalker.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static final long APPENDED_AT = 1_700_000_000_000L;

  @Test
  void readsAnEventWithItsPosition() {
    Read read = read(bytes(event("e-1")), List.of());
    assertThat(Objects.requireNonNull(read.event()).getEventId()).isEqualTo("e-1");
    assertThat(read.failure()).isNull();
    assertThat(read.partition()).isEqualTo(3);
    assertThat(read.offset()).isEqualTo(42);
    assertThat(read.appendedAt()).isEqualTo(APPENDED_AT);
  }

  @Test
  void readsATick() {
    Read read = read(null, Tick.headers(APPENDED_AT - 5));
    assertThat(read.isTick()).isTrue();
    assertThat(read.tickSentAt()).isEqualTo(APPENDED_AT - 5);
  }

  @Test
  void aRecordWithoutValueThatIsNoTickIsADeadLetter() {
    assertThat(letter(null, List.of()).getClass$()).isEqualTo("empty");
  }

  @Test
  void aDeadLetterSaysWhereAndWhyAndNeverWhat() {
    byte[] secret = "card 4111 1111 1111 1111".getBytes(StandardCharsets.UTF_8);
    DeadLetter letter = letter(secret, List.of());
    assertThat(letter.getTopic()).isEqualTo("cx.raw.canonical");
    assertThat(letter.getPartition()).isEqualTo(3);
    assertThat(letter.getOffset()).isEqualTo(42);
    assertThat(letter.getReceivedAt()).isEqualTo(Instant.ofEpochMilli(APPENDED_AT));
    assertThat(letter.getClass$()).isEqualTo("header");
    assertThat(letter.getSize()).isEqualTo(secret.length);
    assertThat(letter.getSha256()).hasSize(64);
    assertThat(letter.getJob()).isEqualTo("test-job");
    assertThat(letter.toString()).doesNotContain("4111");
  }

  @Test
  void aRefusedEventIsADeadLetterOfTheClassThatTheRefusalNames() {
    Admission closed = (event, appendedAt) -> Optional.of(new Admission.Refusal("time", "not now"));
    Read read = read(new EventReader("test-job", closed), bytes(event("e-1")), List.of());
    assertThat(Objects.requireNonNull(read.failure()).getClass$()).isEqualTo("time");
    assertThat(read.event()).isNull();
  }

  @Test
  void aFormatThatBreaksIsADeadLetterAndNoRestart() {
    EventFormat broken =
        (value, appendedAt) -> {
          throw new IllegalStateException("card 4111");
        };
    EventReader reader = new EventReader("test-job", Admission.OPEN, broken);
    DeadLetter letter =
        Objects.requireNonNull(read(reader, bytes(event("e-1")), List.of()).failure());
    assertThat(letter.getClass$()).isEqualTo("reader");
    assertThat(letter.getReason()).isEqualTo("reading failed: IllegalStateException");
  }

  @Test
  void aKeyThatIsNoTextIsLeftOut() {
    ConsumerRecord<byte[], byte[]> message =
        message(new byte[] {1}, List.of(), new byte[] {(byte) 0xC3, 0x28});
    assertThat(
            Objects.requireNonNull(read(opened(Admission.OPEN), message).failure()).getRecordKey())
        .isNull();
  }

  @Test
  void neverThrowsWhateverTheBytesAre() {
    byte[] good = bytes(event("e-1"));
    Random random = new Random(7);
    EventReader reader = opened(Admission.OPEN);
    for (int attempt = 0; attempt < 20_000; attempt++) {
      byte[] damaged = Arrays.copyOf(good, random.nextInt(good.length + 8));
      for (int change = 0; change < 3 && damaged.length > 0; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Read read = read(reader, message(damaged, List.of(), null));
      assertThat(read.event() == null).as("one of the two").isNotEqualTo(read.failure() == null);
    }
  }

  private static DeadLetter letter(byte @Nullable [] value, List<Header> headers) {
    return Objects.requireNonNull(read(value, headers).failure());
  }

  private static Read read(byte @Nullable [] value, List<Header> headers) {
    return read(new EventReader("test-job", Admission.OPEN), value, headers);
  }

  private static Read read(EventReader reader, byte @Nullable [] value, List<Header> headers) {
    return read(reader, message(value, headers, "key".getBytes(StandardCharsets.UTF_8)));
  }

  private static Read read(EventReader reader, ConsumerRecord<byte[], byte[]> message) {
    List<Read> reads = new ArrayList<>();
    reader.deserialize(
        message,
        new Collector<>() {
          @Override
          public void collect(Read read) {
            reads.add(read);
          }

          @Override
          public void close() {}
        });
    assertThat(reads).hasSize(1);
    return reads.get(0);
  }

  private static EventReader opened(Admission admission) {
    return new EventReader("test-job", admission);
  }

  private static ConsumerRecord<byte[], byte[]> message(
      byte @Nullable [] value, List<Header> headers, byte @Nullable [] key) {
    return new ConsumerRecord<>(
        "cx.raw.canonical",
        3,
        42,
        APPENDED_AT,
        TimestampType.LOG_APPEND_TIME,
        key == null ? -1 : key.length,
        value == null ? -1 : value.length,
        key,
        value,
        new RecordHeaders(headers),
        Optional.empty());
  }

  private static byte[] bytes(CustomerEvent event) {
    return Wire.of(CustomerEvent.class).encode(event);
  }

  private static CustomerEvent event(String id) {
    return CustomerEvent.newBuilder()
        .setEventId(id)
        .setType("page_viewed")
        .setOccurredAt(Instant.ofEpochMilli(APPENDED_AT))
        .build();
  }
}
