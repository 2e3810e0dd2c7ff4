package io.floorwalker.source;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.source.Admission.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
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
 * Decodes a compacted topic inside a Kafka source: the change of a key, or a dead letter. Ticks are
 * passed over. Never throws.
 */
public final class CompactedReader<T extends SpecificRecordBase>
    implements KafkaRecordDeserializationSchema<Either<Change<T>, DeadLetter>> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final String job;
  private transient @Nullable Wire<T> wire;

  /** A reader of the job of this name, which stands in its dead letters. */
  public CompactedReader(Class<T> type, String job) {
    this.type = type;
    this.job = job;
  }

  @Override
  public void open(InitializationContext context) {
    wire = Wire.of(type);
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<Either<Change<T>, DeadLetter>> out) {
    read(message).ifPresent(out::collect);
  }

  /** What a record says; empty for a tick. */
  Optional<Either<Change<T>, DeadLetter>> read(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null && Tick.sentAt(message.headers()).isPresent()) {
      return Optional.empty(); // time goes on; no key of this name was removed
    }
    return Optional.of(decoded(message));
  }

  @Override
  public TypeInformation<Either<Change<T>, DeadLetter>> getProducedType() {
    return new EitherTypeInfo<>(Change.type(type), TypeInformation.of(DeadLetter.class));
  }

  private Either<Change<T>, DeadLetter> decoded(ConsumerRecord<byte[], byte[]> message) {
    try {
      if (message.key() == null) {
        return refused(message, new Refusal("key", "the record has no key"));
      }
      String key =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(message.key())).toString();
      T value = message.value() == null ? null : decoder().decode(message.value());
      return Either.Left(new Change<>(key, value, message.timestamp()));
    } catch (CharacterCodingException e) {
      return refused(message, new Refusal("key", "the key of the record is not UTF-8"));
    } catch (MalformedRecord e) {
      return refused(message, new Refusal(e.deadLetterClass(), e.reason()));
    }
  }

  private Either<Change<T>, DeadLetter> refused(
      ConsumerRecord<byte[], byte[]> message, Refusal refusal) {
    return Either.Right(DeadLetters.of(message, refusal, job));
  }

  private Wire<T> decoder() {
    Wire<T> open = wire;
    if (open == null) {
      throw new IllegalStateException("open() was not called");
    }
    return open;
  }
}
