package io.floorwalker.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all partitions of topics for a person to watch: no group, nothing is committed. */
final class TopicReader implements AutoCloseable {

  /** Where to begin. */
  enum From {
    EARLIEST,
    LATEST
  }

  private final Consumer<byte[], byte[]> consumer;

  private TopicReader(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  static TopicReader open(String bootstrapServers, List<String> topics, From from) {
    Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .collect(Collectors.toList());
    consumer.assign(partitions);
    switch (from) {
      case EARLIEST -> consumer.seekToBeginning(partitions);
      case LATEST -> {
        consumer.seekToEnd(partitions);
        // The seek is lazy: only asking for the position fixes it before the first record comes.
        partitions.forEach(consumer::position);
      }
    }
    return new TopicReader(consumer);
  }

  List<ConsumerRecord<byte[], byte[]>> poll(Duration atMost) {
    return StreamSupport.stream(consumer.poll(atMost).spliterator(), false).toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
