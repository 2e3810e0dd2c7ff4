package io.floorwalker.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompactedReaderTest {
  private static final long WRITTEN_AT = 1_772_445_600_000L;
  private static final byte[] KEY = "acme|ann".getBytes(StandardCharsets.UTF_8);

  @Test
  void aRecordIsAChangeOfItsKey() {
    Change<Account> change = change(read(KEY, bytes(account()), List.of()));
    assertThat(change).isEqualTo(new Change<>("acme|ann", account(), WRITTEN_AT));
    assertThat(change.isRemoval()).isFalse();
  }

  @Test
  void aNullValueIsARemoval() {
    Change<Account> change = change(read(KEY, null, List.of()));
    assertThat(change).isEqualTo(new Change<>("acme|ann", null, WRITTEN_AT));
    assertThat(change.isRemoval()).isTrue();
  }

  @Test
  void aTickIsNoRemoval() {
    byte[] key = "floorwalker-tick".getBytes(StandardCharsets.UTF_8);
    assertThat(read(key, null, Tick.headers(WRITTEN_AT))).isEmpty();
    assertThat(read(null, null, Tick.headers(WRITTEN_AT))).isEmpty();
  }

  @Test
  void aValueWithTheHeaderOfATickIsAChange() {
    assertThat(read(KEY, bytes(account()), Tick.headers(WRITTEN_AT))).hasSize(1);
  }

  @Test
  void aRecordWithoutUsableKeyIsADeadLetter() {
    assertThat(letter(read(null, bytes(account()), List.of())).getClass$()).isEqualTo("key");
    byte[] noText = {(byte) 0xC3, 0x28};
    assertThat(letter(read(noText, null, List.of())).getClass$()).isEqualTo("key");
  }

  @Test
  void whatCannotBeDecodedIsADeadLetterAtItsPosition() {
    DeadLetter letter = letter(read(KEY, new byte[] {1, 2, 3}, List.of()));
    assertThat(letter.getTopic()).isEqualTo("cx.accounts");
    assertThat(letter.getPartition()).isEqualTo(3);
    assertThat(letter.getOffset()).isEqualTo(42);
    assertThat(letter.getRecordKey()).isEqualTo("acme|ann");
    assertThat(letter.getJob()).isEqualTo("test-job");
  }

  @Test
  void neverThrowsWhateverTheBytesAre() {
    byte[] good = bytes(account());
    Random random = new Random(7);
    for (int attempt = 0; attempt < 5_000; attempt++) {
      byte[] damaged = Arrays.copyOf(good, random.nextInt(good.length + 8));
      for (int changes = 0; changes < 3 && damaged.length > 0; changes++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertThat(read(KEY, damaged, List.of())).hasSize(1);
    }
  }

  @Test
  void changesAndRemovalsSurviveTheWire() throws Exception {
    TypeSerializer<Change<Account>> serializer =
        Change.type(Account.class).createSerializer(new SerializerConfigImpl());
    for (Change<Account> change :
        List.of(new Change<>("k", account(), 1), new Change<Account>("k", null, 2))) {
      DataOutputSerializer out = new DataOutputSerializer(64);
      serializer.serialize(change, out);
      assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
          .isEqualTo(change);
      assertThat(serializer.copy(change)).isEqualTo(change);
    }
  }

  private static Change<Account> change(List<Either<Change<Account>, DeadLetter>> reads) {
    assertThat(reads).singleElement().satisfies(read -> assertThat(read.isLeft()).isTrue());
    return reads.get(0).left();
  }

  private static DeadLetter letter(List<Either<Change<Account>, DeadLetter>> reads) {
    assertThat(reads).singleElement().satisfies(read -> assertThat(read.isRight()).isTrue());
    return reads.get(0).right();
  }

  private static List<Either<Change<Account>, DeadLetter>> read(
      byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
    CompactedReader<Account> reader = new CompactedReader<>(Account.class, "test-job");
    reader.open(new TestingInitialization());
    List<Either<Change<Account>, DeadLetter>> reads = new ArrayList<>();
    reader.deserialize(
        message(key, value, headers),
        new Collector<>() {
          @Override
          public void collect(Either<Change<Account>, DeadLetter> read) {
            reads.add(read);
          }

          @Override
          public void close() {}
        });
    return reads;
  }

  private static ConsumerRecord<byte[], byte[]> message(
      byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
    return new ConsumerRecord<>(
        "cx.accounts",
        3,
        42,
        WRITTEN_AT,
        TimestampType.CREATE_TIME,
        key == null ? -1 : key.length,
        value == null ? -1 : value.length,
        key,
        value,
        new RecordHeaders(headers),
        Optional.empty());
  }

  private static byte[] bytes(Account account) {
    return Wire.of(Account.class).encode(account);
  }

  private static Account account() {
    return Account.newBuilder()
        .setAccountId("acme")
        .setContactId("ann")
        .setChangedAt(Instant.ofEpochMilli(WRITTEN_AT - 5))
        .build();
  }
}
