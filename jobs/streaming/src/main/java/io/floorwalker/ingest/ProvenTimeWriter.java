package io.floorwalker.ingest;

import io.floorwalker.source.Tick;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes proven time as ticks into the partitions of a topic; a partition that the topic does not
 * have is left out.
 */
public final class ProvenTimeWriter implements KafkaRecordSerializationSchema<ProvenTime> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final int partitions;
  private final byte @Nullable [] key;

  private ProvenTimeWriter(String topic, int partitions, byte @Nullable [] key) {
    this.topic = topic;
    this.partitions = partitions;
    this.key = key;
  }

  /** For a topic whose records need no key. */
  public static ProvenTimeWriter into(String topic, int partitions) {
    return new ProvenTimeWriter(topic, partitions, null);
  }

  /** For a compacted topic, which takes no record without key. */
  public static ProvenTimeWriter intoCompacted(String topic, int partitions) {
    return new ProvenTimeWriter(topic, partitions, Tick.key());
  }

  @Override
  public @Nullable ProducerRecord<byte[], byte[]> serialize(
      ProvenTime time, KafkaSinkContext context, @Nullable Long timestamp) {
    return time.partition() < partitions
        ? new ProducerRecord<>(
            topic, time.partition(), null, key, null, Tick.headers(time.provenAt()))
        : null;
  }
}
