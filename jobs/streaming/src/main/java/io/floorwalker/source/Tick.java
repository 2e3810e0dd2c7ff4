package io.floorwalker.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A tick as it came back: the proof that everything before it in this partition has been read.
 *
 * @param sentAt wall clock of the ingest that sent it, milliseconds
 * @param appendedAt timestamp of its Kafka record, milliseconds
 */
public record Tick(int partition, long sentAt, long appendedAt) {
  /** A tick is a record without value that has this header, the send time in decimal digits. */
  static final String HEADER = "floorwalker-tick";

  /**
   * The key of a tick in a compacted topic, which has no records without key; the broker keeps only
   * the last.
   */
  public static byte[] key() {
    return HEADER.getBytes(StandardCharsets.US_ASCII);
  }

  /** The headers of a tick that is sent now. */
  public static List<Header> headers(long sentAt) {
    return List.of(
        new RecordHeader(HEADER, Long.toString(sentAt).getBytes(StandardCharsets.US_ASCII)));
  }

  /** Whether the headers are those of a tick. */
  public static boolean isIn(Headers headers) {
    return sentAt(headers).isPresent();
  }

  /** The send time that the headers carry; empty where they carry none that can be read. */
  static OptionalLong sentAt(Headers headers) {
    Header header = headers.lastHeader(HEADER);
    if (header == null || header.value() == null) {
      return OptionalLong.empty();
    }
    try {
      long sentAt = Long.parseLong(new String(header.value(), StandardCharsets.US_ASCII));
      return sentAt > 0 ? OptionalLong.of(sentAt) : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
