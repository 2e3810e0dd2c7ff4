package io.floorwalker.runtime;

import io.floorwalker.contract.Wire;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializationSchema.InitializationContext;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of the contract to their topic. The Kafka timestamp is the time of writing, not
 * event time: the broker deletes by it, and an imported history would be gone at once.
 */
public final class RecordWriter<T extends SpecificRecordBase>
    implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1L;

  /** The key of a record. */
  public interface KeyOf<T> extends Function<T, String>, Serializable {}

  private final String topic;
  private final Class<T> type;
  private final KeyOf<T> keyOf;
  private transient @Nullable Wire<T> wire;

  public RecordWriter(String topic, Class<T> type, KeyOf<T> keyOf) {
    this.topic = topic;
    this.type = type;
    this.keyOf = keyOf;
  }

  @Override
  public void open(InitializationContext context, KafkaSinkContext sinkContext) {
    wire = Wire.of(type);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T element, KafkaSinkContext context, @Nullable Long timestamp) {
    if (wire == null) {
      throw new IllegalStateException("open() was not called");
    }
    byte[] key = keyOf.apply(element).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, null, null, key, wire.encode(element));
  }
}
