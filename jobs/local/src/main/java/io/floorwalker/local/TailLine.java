package io.floorwalker.local;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.source.Tick;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * One Kafka record as one line of JSON. A record of a topic between jobs is shown as it is; one of
 * a raw topic with its position and whether it can be decoded, as anybody may write there.
 */
final class TailLine {

  private static final String RAW = "cx.raw.";

  private final String topic;
  private final boolean ticks;
  private final Optional<TopicRecords.Decoder> decoder;

  TailLine(String topic, boolean ticks) {
    this.topic = topic;
    this.ticks = ticks;
    this.decoder = TopicRecords.decoder(topic);
  }

  /** The line; empty for a tick that nobody asked for. */
  Optional<String> of(ConsumerRecord<byte[], byte[]> entry) {
    if (entry.value() == null) {
      return withoutValue(entry);
    }
    Map<String, Object> line = topic.startsWith(RAW) ? position(entry) : new LinkedHashMap<>();
    if (decoder.isEmpty()) {
      line.put("text", new String(entry.value(), StandardCharsets.UTF_8));
      return Optional.of(Cells.json(line));
    }
    try {
      Map<String, Object> fields = RecordJson.fields(decoder.get().decode(entry.value()));
      if (!topic.startsWith(RAW)) {
        return Optional.of(Cells.json(fields));
      }
      line.put("decodable", true);
      line.put("record", fields);
    } catch (MalformedRecord e) {
      line.putAll(position(entry));
      line.put("decodable", false);
      line.put("class", e.deadLetterClass());
      line.put("reason", e.reason());
    }
    return Optional.of(Cells.json(line));
  }

  // Without a value: a tick, or a removal in a compacted topic.
  private Optional<String> withoutValue(ConsumerRecord<byte[], byte[]> entry) {
    Map<String, Object> line = position(entry);
    if (topic.startsWith(RAW) || topic.equals(Topics.EVENTS) || Tick.isIn(entry.headers())) {
      if (!ticks) {
        return Optional.empty();
      }
      line.put("tick", headers(entry));
    } else {
      line.put("removed", true);
    }
    return Optional.of(Cells.json(line));
  }

  private static Map<String, Object> position(ConsumerRecord<byte[], byte[]> entry) {
    Map<String, Object> position = new LinkedHashMap<>();
    position.put("partition", entry.partition());
    position.put("offset", entry.offset());
    position.put("timestamp", Instant.ofEpochMilli(entry.timestamp()));
    if (entry.key() != null) {
      position.put("key", new String(entry.key(), StandardCharsets.UTF_8));
    }
    position.put("size", entry.value() == null ? 0 : entry.value().length);
    return position;
  }

  private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> entry) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : entry.headers()) {
      headers.put(
          header.key(),
          header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
    }
    return headers;
  }
}
