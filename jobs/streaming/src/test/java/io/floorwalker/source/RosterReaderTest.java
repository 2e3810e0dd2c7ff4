package io.floorwalker.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RosterReaderTest {
  private static final long WRITTEN_AT = 1_700_000_000_000L;
  private static final Instant CHANGED_AT = Instant.ofEpochMilli(WRITTEN_AT - 5_000);

  @Test
  void readsARowAtTheTimeOfItsChange() {
    RosterChange change = change(read("acme|ann", bytes(row -> {}), List.of()));
    assertThat(change.key()).isEqualTo("acme|ann");
    assertThat(change.at()).isEqualTo(CHANGED_AT.toEpochMilli());
    assertThat(Objects.requireNonNull(change.row()).getStatus()).isEqualTo(ContactStatus.ACTIVE);
    assertThat(change.partition()).isEqualTo(3);
    assertThat(change.offset()).isEqualTo(42);
  }

  @Test
  void aRecordWithoutValueRemovesTheContactWhenItWasWritten() {
    RosterChange change = change(read("acme|ann", null, List.of()));
    assertThat(change.row()).isNull();
    assertThat(change.account()).isEqualTo("acme");
    assertThat(change.contact()).isEqualTo("ann");
    assertThat(change.at()).isEqualTo(WRITTEN_AT);
  }

  @Test
  void aTickIsNoRemoval() {
    String key = new String(Tick.key(), StandardCharsets.UTF_8);
    assertThat(key).isEqualTo("floorwalker-tick");
    RosterRead read = read(key, null, Tick.headers(WRITTEN_AT - 5));
    assertThat(read.isTick()).isTrue();
    assertThat(read.tickSentAt()).isEqualTo(WRITTEN_AT - 5);
    assertThat(read.change()).isNull();
  }

  @Test
  void aRemovalOfNobodyIsADeadLetter() {
    assertThat(classOf("acme", null)).isEqualTo("key");
    assertThat(classOf("|ann", null)).isEqualTo("key");
    assertThat(classOf(null, null)).isEqualTo("key");
  }

  @Test
  void aRowUnderAnotherKeyThanItsOwnIsADeadLetter() {
    assertThat(classOf("acme|bob", bytes(row -> {}))).isEqualTo("key");
  }

  @Test
  void aRowWithoutContactIsADeadLetter() {
    assertThat(classOf("acme|", bytes(row -> row.setContactId("")))).isEqualTo("field");
  }

  @Test
  void aRowFromTheFutureIsADeadLetter() {
    Instant tolerated = Instant.ofEpochMilli(WRITTEN_AT + 300_000);
    assertThat(read("acme|ann", bytes(row -> row.setChangedAt(tolerated)), List.of()).failure())
        .isNull();
    assertThat(classOf("acme|ann", bytes(row -> row.setChangedAt(tolerated.plusMillis(1)))))
        .isEqualTo("time");
    assertThat(classOf("acme|ann", bytes(row -> row.setLastActivityAt(tolerated.plusMillis(1)))))
        .isEqualTo("time");
    assertThat(classOf("acme|ann", bytes(row -> row.setChangedAt(Instant.EPOCH))))
        .isEqualTo("time");
  }

  @Test
  void neverThrowsWhateverTheBytesAre() {
    byte[] good = bytes(row -> {});
    Random random = new Random(7);
    for (int attempt = 0; attempt < 5_000; attempt++) {
      byte[] damaged = Arrays.copyOf(good, random.nextInt(good.length + 8));
      for (int change = 0; change < 3 && damaged.length > 0; change++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      RosterRead read = read("acme|ann", damaged, List.of());
      assertThat(read.change() == null).as("one of the two").isNotEqualTo(read.failure() == null);
    }
  }

  private static RosterChange change(RosterRead read) {
    assertThat(read.failure()).isNull();
    return Objects.requireNonNull(read.change());
  }

  private static String classOf(@Nullable String key, byte @Nullable [] value) {
    RosterRead read = read(key, value, List.of());
    assertThat(read.hasContent()).isFalse();
    assertThat(read.isTick()).isFalse();
    return Objects.requireNonNull(read.failure()).getClass$();
  }

  private static RosterRead read(
      @Nullable String key, byte @Nullable [] value, List<Header> headers) {
    RosterReader reader = new RosterReader("test-job");
    reader.open(new TestingInitialization());
    List<RosterRead> reads = new ArrayList<>();
    reader.deserialize(
        new ConsumerRecord<>(
            "cx.accounts",
            3,
            42,
            WRITTEN_AT,
            TimestampType.CREATE_TIME,
            -1,
            -1,
            key == null ? null : key.getBytes(StandardCharsets.UTF_8),
            value,
            new RecordHeaders(headers),
            Optional.empty()),
        new Collector<>() {
          @Override
          public void collect(RosterRead read) {
            reads.add(read);
          }

          @Override
          public void close() {}
        });
    assertThat(reads).hasSize(1);
    return reads.get(0);
  }

  private static byte[] bytes(Consumer<Account.Builder> change) {
    Account.Builder row =
        Account.newBuilder()
            .setAccountId("acme")
            .setContactId("ann")
            .setTarget(true)
            .setStatus(ContactStatus.ACTIVE)
            .setChangedAt(CHANGED_AT);
    change.accept(row);
    return Wire.of(Account.class).encode(row.build());
  }
}
