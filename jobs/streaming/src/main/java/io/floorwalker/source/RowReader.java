package io.floorwalker.source;

import io.floorwalker.schema.DeadLetter;
import io.floorwalker.source.Admission.Refusal;
import java.io.Serializable;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.types.Either;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads a compacted topic as {@link CompactedReader} does, and makes of each change what its job
 * needs of it.
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

  private final CompactedReader<T> changes;
  private final Class<R> result;
  private final Row<T, R> row;
  private final String job;

  /** A reader of the job of this name, which stands in its dead letters. */
  public RowReader(Class<T> type, Class<R> result, Row<T, R> row, String job) {
    this.changes = new CompactedReader<>(type, job);
    this.result = result;
    this.row = row;
    this.job = job;
  }

  @Override
  public void open(
      org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext
          context) {
    changes.open(context);
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<Either<R, DeadLetter>> out) {
    changes.read(message).map(change -> made(message, change)).ifPresent(out::collect);
  }

  @Override
  public TypeInformation<Either<R, DeadLetter>> getProducedType() {
    return new EitherTypeInfo<>(TypeInformation.of(result), TypeInformation.of(DeadLetter.class));
  }

  private Either<R, DeadLetter> made(
      ConsumerRecord<byte[], byte[]> message, Either<Change<T>, DeadLetter> read) {
    if (read.isRight()) {
      return Either.Right(read.right());
    }
    Refusal useless = new Refusal("key", "the key does not say which row was removed");
    return row.of(read.left().key(), read.left().value())
        .<Either<R, DeadLetter>>map(Either::Left)
        .orElseGet(() -> Either.Right(DeadLetters.of(message, useless, job)));
  }
}
