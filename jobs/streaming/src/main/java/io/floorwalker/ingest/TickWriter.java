package io.floorwalker.ingest;

import io.floorwalker.source.Tick;
import java.time.Clock;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Sends a tick into the partition of the element's number, with the wall clock of this moment. */
public final class TickWriter implements KafkaRecordSerializationSchema<Integer> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final Clock clock;

  public TickWriter(String topic, Clock clock) {
    this.topic = topic;
    this.clock = clock;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Integer partition, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(topic, partition, null, null, null, Tick.headers(clock.millis()));
  }
}
