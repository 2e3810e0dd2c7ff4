package io.floorwalker.ingest;

import io.floorwalker.source.EventFormat;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * The topics that ingest reads. Their partitions are numbered through in the order of the topics,
 * so that time is proven for all of them as for one topic; the canonical one stands first and keeps
 * its numbers.
 */
public final class RawTopics implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ArrayList<RawTopic> topics;

  public RawTopics(List<RawTopic> topics) {
    this.topics = new ArrayList<>(topics);
  }

  /** One topic and what its records are written in. */
  public record RawTopic(String name, int partitions, EventFormat format) implements Serializable {}

  public List<RawTopic> all() {
    return topics;
  }

  public List<String> names() {
    return topics.stream().map(RawTopic::name).toList();
  }

  /** How many partitions there are in all topics. */
  public int partitions() {
    return topics.stream().mapToInt(RawTopic::partitions).sum();
  }

  /** The number of the topic's first partition. */
  int firstPartition(RawTopic topic) {
    return topics.subList(0, topics.indexOf(topic)).stream().mapToInt(RawTopic::partitions).sum();
  }

  /** The partition of that number. */
  TopicPartition partition(int number) {
    int left = number;
    for (RawTopic topic : topics) {
      if (left < topic.partitions()) {
        return new TopicPartition(topic.name(), left);
      }
      left -= topic.partitions();
    }
    throw new IllegalArgumentException("there are only " + partitions() + " raw partitions");
  }
}
