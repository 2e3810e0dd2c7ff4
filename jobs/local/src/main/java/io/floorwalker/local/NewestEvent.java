package io.floorwalker.local;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The newest time of an event near the end of a topic; ticks and broken records are passed over.
 */
final class NewestEvent implements AutoCloseable {
  /** What ingest takes for a wrong clock says nothing about how far the topic has come. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private static final long FIRST_LOOK_BACK = 500;

  private static final int PATIENCE = 30;

  private final Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
  private final KafkaConsumer<byte[], byte[]> consumer;

  NewestEvent(String bootstrapServers) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  Optional<Instant> in(String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return partitions.stream()
        .map(each -> in(each, begins.getOrDefault(each, 0L), ends.getOrDefault(each, 0L)))
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** Looks further and further back until there is an event: the end may be ticks for hours. */
  private Optional<Instant> in(TopicPartition partition, long begin, long end) {
    consumer.assign(List.of(partition));
    long back = FIRST_LOOK_BACK;
    for (long to = end; to > begin; back *= 8) {
      long from = Math.max(begin, end - back);
      Optional<Instant> newest = between(partition, from, to);
      if (newest.isPresent()) {
        return newest;
      }
      to = from;
    }
    return Optional.empty();
  }

  private Optional<Instant> between(TopicPartition partition, long from, long to) {
    Optional<Instant> newest = Optional.empty();
    int emptyPolls = 0;
    consumer.seek(partition, from);
    while (consumer.position(partition) < to) {
      boolean empty = true;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
        empty = false;
        Optional<Instant> at = record.offset() < to ? occurredAt(record) : Optional.empty();
        newest = newest.isEmpty() || at.filter(newest.get()::isBefore).isPresent() ? at : newest;
      }
      emptyPolls = empty ? emptyPolls + 1 : 0;
      if (emptyPolls == PATIENCE) {
        throw new TimeoutException("no record of " + partition + " came for " + PATIENCE + " s");
      }
    }
    return newest;
  }

  private Optional<Instant> occurredAt(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      Instant latest = Instant.ofEpochMilli(record.timestamp()).plus(AHEAD);
      return Optional.of(wire.decode(record.value()).getOccurredAt())
          .filter(at -> !at.isAfter(latest));
    } catch (MalformedRecord e) {
      return Optional.empty();
    }
  }
}
