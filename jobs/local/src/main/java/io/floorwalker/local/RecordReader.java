package io.floorwalker.local;

import io.floorwalker.contract.MalformedRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the records of topics from now on, for a person to watch. What is broken is logged. */
final class RecordReader implements AutoCloseable {

  private final TopicReader reader;
  private final Map<String, TopicRecords.Decoder> decoders;

  private RecordReader(TopicReader reader, Map<String, TopicRecords.Decoder> decoders) {
    this.reader = reader;
    this.decoders = decoders;
  }

  static RecordReader open(String bootstrapServers, List<String> topics) {
    Map<String, TopicRecords.Decoder> decoders =
        topics.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), topic -> TopicRecords.decoder(topic).orElseThrow()));
    return new RecordReader(
        TopicReader.open(bootstrapServers, topics, TopicReader.From.LATEST), decoders);
  }

  /** Passes on what came, waiting for so long at most. */
  void follow(Duration atMost, Follower follower) {
    for (ConsumerRecord<byte[], byte[]> entry : reader.poll(atMost)) {
      TopicRecords.Decoder decoder = decoders.get(entry.topic());
      if (entry.value() == null || decoder == null) {
        continue; // a tick
      }
      try {
        follower.take(decoder.decode(entry.value()), entry.timestamp());
      } catch (MalformedRecord e) {
        Failures.log(e);
      }
    }
  }

  @Override
  public void close() {
    reader.close();
  }

  /** Takes one record, with Kafka's timestamp. */
  @FunctionalInterface
  interface Follower {
    void take(SpecificRecordBase entry, long sentAtMillis);
  }
}
