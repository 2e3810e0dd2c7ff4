package io.floorwalker.source;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.source.Admission.Refusal;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a compacted topic, where a record without value says that its key was removed; ticks are
 * passed over. Never throws.
 *
 * @param <T> what the topic holds
 * @param <R> what the reader makes of a row
 */
public final class RowReader<T extends SpecificRecordBase, R>
    implements KafkaRecordDeserializationSchema<Either<R, DeadLetter>> {
  private static final long serialVersionUID = 1L;

  /** What becomes of a row. */
  public interface Row<T, R> extends Serializable {
    /** The row of this key, or its removal where the value is null; empty for a useless key. */
    Optional<R> of(String key, @Nullable T value);
  }

  private final Class<T> type;
  private final Class<R> result;
  private final Row<T, R> row;
  private final String job;
  private transient @Nullable Wire<T> wire;

  /** A reader of the job of this name, which stands in its dead letters. */
  public RowReader(Class<T> type, Class<R> result, Row<T, R> row, String job) {
    this.type = type;
    this.result = result;
    this.row = row;
    this.job = job;
  }

  @Override
  public void open(InitializationContext context) {
    wire = Wire.of(type);
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<Either<R, DeadLetter>> out) {
    if (message.value() == null && Tick.sentAt(message.headers()).isPresent()) {
      return;
    }
    out.collect(read(message));
  }

  @Override
  public TypeInformation<Either<R, DeadLetter>> getProducedType() {
    return new EitherTypeInfo<>(TypeInformation.of(result), TypeInformation.of(DeadLetter.class));
  }

  private Either<R, DeadLetter> read(ConsumerRecord<byte[], byte[]> message) {
    try {
      Optional<R> found = row.of(key(message), value(message));
      return found.isPresent()
          ? Either.Left(found.get())
          : failure(message, new Refusal("key", "the key does not say which row was removed"));
    } catch (MalformedRecord e) {
      return failure(message, new Refusal(e.deadLetterClass(), e.reason()));
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> message) {
    return message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
  }

  private @Nullable T value(ConsumerRecord<byte[], byte[]> message) throws MalformedRecord {
    if (wire == null) {
      throw new IllegalStateException("open() was not called");
    }
    return message.value() == null ? null : wire.decode(message.value());
  }

  private Either<R, DeadLetter> failure(ConsumerRecord<byte[], byte[]> message, Refusal refusal) {
    return Either.Right(DeadLetters.of(message, refusal, job));
  }
}
