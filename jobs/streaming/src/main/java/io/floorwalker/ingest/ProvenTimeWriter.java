package io.floorwalker.ingest;

import io.floorwalker.source.Tick;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes proven time as ticks into the partitions of a topic. */
public final class ProvenTimeWriter implements KafkaRecordSerializationSchema<ProvenTime> {
  private static final long serialVersionUID = 1L;

  private final String topic;

  public ProvenTimeWriter(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      ProvenTime time, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(
        topic, time.partition(), null, null, null, Tick.headers(time.provenAt()));
  }
}
