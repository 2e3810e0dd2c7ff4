package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import io.floorwalker.job.Job;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a bounded ingest reads, as the offsets of its consumer group, so that the next one goes
 * on from there. Taken before the run: what is published while it runs is read again rather than
 * lost.
 */
final class IngestPosition {

  static final String GROUP = "floorwalker-ingest";

  private static final String JOB = "ingest";

  private final String bootstrapServers;
  private final Map<TopicPartition, OffsetAndMetadata> ends;

  private IngestPosition(String bootstrapServers, Map<TopicPartition, OffsetAndMetadata> ends) {
    this.bootstrapServers = bootstrapServers;
    this.ends = ends;
  }

  /** Nothing to commit unless a bounded ingest is among the jobs. */
  static IngestPosition now(Stack stack, List<Job> jobs, boolean bounded) {
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    if (bounded && jobs.stream().anyMatch(job -> job.name().equals(JOB))) {
      List<String> raw = Topics.raw().stream().map(Topics.Topic::name).toList();
      TopicOffsets.of(stack.bootstrapServers(), raw)
          .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
    }
    return new IngestPosition(stack.bootstrapServers(), ends);
  }

  void commit() {
    if (ends.isEmpty()) {
      return;
    }
    try (Admin admin = Kafka.admin(bootstrapServers)) {
      Map<TopicPartition, OffsetAndMetadata> committed =
          Kafka.answer(
              admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata(),
              "reading the offsets of ingest");
      Map<TopicPartition, OffsetAndMetadata> ahead = new HashMap<>();
      ends.forEach(
          (partition, end) -> {
            OffsetAndMetadata before = committed.get(partition);
            if (before == null || before.offset() < end.offset()) {
              ahead.put(partition, end);
            }
          });
      Kafka.answer(
          admin.alterConsumerGroupOffsets(GROUP, ahead).all(), "committing the offsets of ingest");
    }
  }

  /** End offsets of topics. */
  static final class TopicOffsets {

    private TopicOffsets() {}

    static Map<TopicPartition, Long> of(String bootstrapServers, List<String> topics) {
      try (Admin admin = Kafka.admin(bootstrapServers)) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        Kafka.answer(admin.describeTopics(topics).allTopicNames(), "describing topics")
            .forEach(
                (topic, description) ->
                    description
                        .partitions()
                        .forEach(
                            partition ->
                                wanted.put(
                                    new TopicPartition(topic, partition.partition()),
                                    OffsetSpec.latest())));
        Map<TopicPartition, ListOffsetsResultInfo> found =
            Kafka.answer(admin.listOffsets(wanted).all(), "reading the ends of topics");
        return found.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
      }
    }
  }
}
