package io.floorwalker.source;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.source.Admission.Refusal;
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
 * Decodes any record of the contract inside a Kafka source: the record, or its dead letter. Never
 * throws.
 */
public final class ContractReader<T extends SpecificRecordBase>
    implements KafkaRecordDeserializationSchema<Either<T, DeadLetter>> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final String job;
  private transient @Nullable Wire<T> wire;

  public ContractReader(Class<T> type, String job) {
    this.type = type;
    this.job = job;
  }

  @Override
  public void open(InitializationContext context) {
    wire = Wire.of(type);
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<Either<T, DeadLetter>> out) {
    if (wire == null) {
      throw new IllegalStateException("open() was not called");
    }
    byte[] value = message.value() == null ? new byte[0] : message.value();
    try {
      out.collect(Either.Left(wire.decode(value)));
    } catch (MalformedRecord e) {
      Refusal refusal = new Refusal(e.deadLetterClass(), e.reason());
      out.collect(Either.Right(DeadLetters.of(message, refusal, job)));
    }
  }

  @Override
  public TypeInformation<Either<T, DeadLetter>> getProducedType() {
    return new EitherTypeInfo<>(TypeInformation.of(type), TypeInformation.of(DeadLetter.class));
  }
}
