package io.floorwalker.runtime;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The records from where a consumer stands to where its topics ended when it was asked. */
final class TopicTail {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int EMPTY_POLLS = 120;

  private final Consumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;
  private int emptyPolls;

  TopicTail(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    this.consumer = consumer;
    this.ends = ends;
  }

  boolean isRead() {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /**
   * Some more of them; may be none.
   *
   * @throws IllegalStateException where the brokers give nothing for two minutes
   */
  Iterable<ConsumerRecord<byte[], byte[]>> next() {
    var records = consumer.poll(PATIENCE);
    emptyPolls = records.isEmpty() ? emptyPolls + 1 : 0;
    if (emptyPolls > EMPTY_POLLS) {
      throw new IllegalStateException(
          "no answer from the brokers while reading what was decided before the restart; "
              + "check kafka.bootstrap.servers");
    }
    return records;
  }
}
