package io.floorwalker.ingest;

import io.floorwalker.source.Tick;
import java.time.Clock;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Sends a tick into the raw partition of the element's number, with the wall clock of the moment.
 */
public final class TickWriter implements KafkaRecordSerializationSchema<Integer> {
  private static final long serialVersionUID = 1L;

  private final RawTopics topics;
  private final Clock clock;

  public TickWriter(RawTopics topics, Clock clock) {
    this.topics = topics;
    this.clock = clock;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Integer number, KafkaSinkContext context, @Nullable Long timestamp) {
    TopicPartition raw = topics.partition(number);
    return new ProducerRecord<>(
        raw.topic(), raw.partition(), null, null, null, Tick.headers(clock.millis()));
  }
}
