package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.runtime.KafkaTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Whether this version reads the newest record of every topic. */
final class SchemasDoctor {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long NEAR = 20;

  private final Properties client;

  SchemasDoctor(Settings settings) {
    client = KafkaTopics.clientProperties(settings);
    client.put("enable.auto.commit", "false");
  }

  /** One for each of these topics that has a record of the contract; nothing is committed. */
  List<Diagnosis> examine(Set<String> existing) {
    List<Diagnosis> found = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      for (Topics.Topic topic : Topics.all()) {
        Optional<TopicRecords.Decoder> decoder = TopicRecords.decoder(topic.name());
        if (existing.contains(topic.name()) && decoder.isPresent()) {
          newest(consumer, topic.name())
              .map(record -> read(decoder.get(), record))
              .ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private static Diagnosis read(
      TopicRecords.Decoder decoder, ConsumerRecord<byte[], byte[]> record) {
    try {
      var unused = decoder.decode(record.value());
      return Diagnosis.ok("schemas", record.topic());
    } catch (MalformedRecord e) {
      return Diagnosis.wrong(
          "schemas",
          record.topic(),
          "partition %d, offset %d cannot be read: %s"
              .formatted(record.partition(), record.offset(), e.getMessage()),
          "find out who wrote it; a writer with a newer schema is upgraded after its readers");
    }
  }

  /** A record near the end of the topic that is no tick and removes nothing. */
  private static Optional<ConsumerRecord<byte[], byte[]>> newest(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .collect(Collectors.toList());
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    consumer.assign(partitions);
    consumer
        .beginningOffsets(partitions)
        .forEach(
            (partition, first) ->
                consumer.seek(partition, Math.max(first, ends.getOrDefault(partition, 0L) - NEAR)));
    Optional<ConsumerRecord<byte[], byte[]>> newest = Optional.empty();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!atEnd(consumer, ends) && System.nanoTime() - deadline < 0) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        if (record.value() != null && record.value().length > 0) {
          newest = Optional.of(record);
        }
      }
    }
    return newest;
  }

  private static boolean atEnd(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }
}
