package io.floorwalker.runtime;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.decide.OwnDecision;
import io.floorwalker.decide.OwnDecisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what decide wrote from {@code cx.decisions} and {@code cx.actions}: all of it in memory,
 * about 2 KB a decision.
 */
public final class KafkaOwnDecisions implements OwnDecisions {
  private static final long serialVersionUID = 1L;

  private final Properties properties;
  private final boolean replay;

  /** Of the live runs, or of the replays. */
  public KafkaOwnDecisions(Settings settings, boolean replay) {
    this.replay = replay;
    properties = KafkaTopics.clientProperties(settings);
    properties.put("enable.auto.commit", "false");
    properties.put("auto.offset.reset", "earliest");
  }

  @Override
  public Map<String, OwnDecision> since(Instant time, Predicate<String> mine) {
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return read(consumer, time, new OwnRecords(mine, replay));
    }
  }

  static Map<String, OwnDecision> read(
      Consumer<byte[], byte[]> consumer, Instant time, OwnRecords records) {
    Map<TopicPartition, Long> ends = assign(consumer, time.toEpochMilli());
    TopicTail tail = new TopicTail(consumer, ends);
    while (!tail.isRead()) {
      tail.next().forEach(records::add);
    }
    return records.found();
  }

  /** Stands at the time on every partition; returns where each ends now. */
  private static Map<TopicPartition, Long> assign(Consumer<byte[], byte[]> consumer, long time) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : List.of(Topics.DECISIONS, Topics.ACTIONS)) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(partition -> times.put(partition, Math.max(0, time)));
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(times);
    for (TopicPartition partition : partitions) {
      OffsetAndTimestamp start = starts.get(partition);
      consumer.seek(partition, start == null ? ends.getOrDefault(partition, 0L) : start.offset());
    }
    return ends;
  }
}
