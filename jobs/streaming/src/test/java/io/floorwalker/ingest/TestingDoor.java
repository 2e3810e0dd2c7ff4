package io.floorwalker.ingest;

import io.floorwalker.contract.Topics;
import io.floorwalker.ingest.RawTopics.RawTopic;
import io.floorwalker.ingest.format.Formats;
import io.floorwalker.ingest.privacy.TestingKeys;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.source.Read;
import io.floorwalker.source.TestingInitialization;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * What ingest's Kafka source has: the reader of all raw topics, two partitions each, and the door.
 */
public final class TestingDoor {
  /** When every record comes in. */
  public static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  private final RawReader reader =
      new RawReader(
          "ingest",
          new Door(TestingKeys.privacy()),
          new RawTopics(
              Topics.raw().stream()
                  .map(topic -> new RawTopic(topic.name(), 2, Formats.of(topic.name())))
                  .toList()));
  private final List<Read> reads = new ArrayList<>();
  private long offset;

  public TestingDoor() {
    try {
      reader.open(new TestingInitialization());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next record of a topic, in its partition 1. */
  public TestingDoor takes(String topic, byte[] value) {
    return takes(topic, null, value, new RecordHeaders());
  }

  /** The same, of a record with a key. */
  public TestingDoor takes(String topic, String key, byte[] value) {
    return takes(topic, key, value, new RecordHeaders());
  }

  /** The same, of a text. */
  public TestingDoor takes(String topic, String key, String value) {
    return takes(topic, key, value.getBytes(StandardCharsets.UTF_8));
  }

  public TestingDoor takes(String topic, String value) {
    return takes(topic, value.getBytes(StandardCharsets.UTF_8));
  }

  @SuppressWarnings("NullAway") // a record without value is what a tick is
  TestingDoor takesTick(String topic, RecordHeaders headers) {
    return takes(topic, null, null, headers);
  }

  public List<Read> reads() {
    return reads;
  }

  public List<CustomerEvent> events() {
    return reads.stream()
        .filter(Read::hasContent)
        .map(Read::event)
        .map(Objects::requireNonNull)
        .toList();
  }

  public List<DeadLetter> deadLetters() {
    return reads.stream()
        .map(Read::failure)
        .flatMap(letter -> Optional.ofNullable(letter).stream())
        .toList();
  }

  @SuppressWarnings("NullAway") // a record may lack its key
  private TestingDoor takes(
      String topic, @Nullable String key, byte[] value, RecordHeaders headers) {
    reader.deserialize(
        new ConsumerRecord<>(
            topic,
            1,
            offset++,
            NOW.toEpochMilli(),
            TimestampType.LOG_APPEND_TIME,
            -1,
            -1,
            key == null ? null : key.getBytes(StandardCharsets.UTF_8),
            value,
            headers,
            Optional.empty()),
        new ListCollector<>(reads));
    return this;
  }
}
