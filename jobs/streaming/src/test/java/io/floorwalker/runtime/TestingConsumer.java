package io.floorwalker.runtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Kafka's own fake of a consumer, which can also find offsets by time. */
final class TestingConsumer extends MockConsumer<byte[], byte[]> {
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  TestingConsumer() {
    super("earliest");
  }

  /** Topics of two partitions each. */
  void topics(String... names) {
    for (String name : names) {
      Node[] nobody = new Node[0];
      updatePartitions(
          name,
          List.of(
              new PartitionInfo(name, 0, Node.noNode(), nobody, nobody),
              new PartitionInfo(name, 1, Node.noNode(), nobody, nobody)));
      for (int partition = 0; partition < 2; partition++) {
        updateBeginningOffsets(Map.of(new TopicPartition(name, partition), 0L));
        updateEndOffsets(Map.of(new TopicPartition(name, partition), 0L));
      }
    }
  }

  void holds(TopicPartition partition, long timestamp, byte[] key, byte[] value) {
    long offset =
        records.stream()
            .filter(record -> record.topic().equals(partition.topic()))
            .filter(record -> record.partition() == partition.partition())
            .count();
    records.add(
        new ConsumerRecord<>(
            partition.topic(),
            partition.partition(),
            offset,
            timestamp,
            TimestampType.CREATE_TIME,
            key.length,
            value.length,
            key,
            value,
            new RecordHeaders(),
            java.util.Optional.empty()));
    updateEndOffsets(Map.of(partition, offset + 1));
  }

  /** Gives all records with the first poll. */
  void serves() {
    schedulePollTask(() -> records.forEach(this::addRecord));
  }

  @Override
  public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
    Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
    times.forEach(
        (partition, time) ->
            records.stream()
                .filter(record -> record.topic().equals(partition.topic()))
                .filter(record -> record.partition() == partition.partition())
                .filter(record -> record.timestamp() >= time)
                .min(Comparator.comparingLong(ConsumerRecord::offset))
                .ifPresent(
                    record ->
                        found.put(
                            partition,
                            new OffsetAndTimestamp(record.offset(), record.timestamp()))));
    return found;
  }
}
