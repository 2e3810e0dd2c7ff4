package io.floorwalker.source;

import io.floorwalker.schema.DeadLetter;
import io.floorwalker.source.Admission.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a record that cannot be used: position, class, reason, size and hash, never its
 * bytes.
 */
public final class DeadLetters {
  private static final int LONGEST_KEY = 200;

  private DeadLetters() {}

  static DeadLetter of(ConsumerRecord<byte[], byte[]> message, Refusal refusal, String job) {
    return of(message, refusal, job, UnaryOperator.identity());
  }

  /** {@code shown}: what may be said of the record's key. */
  static DeadLetter of(
      ConsumerRecord<byte[], byte[]> message,
      Refusal refusal,
      String job,
      UnaryOperator<String> shown) {
    byte[] value = message.value() == null ? new byte[0] : message.value();
    return DeadLetter.newBuilder()
        .setTopic(message.topic())
        .setPartition(message.partition())
        .setOffset(message.offset())
        .setReceivedAt(Instant.ofEpochMilli(message.timestamp()))
        .setClass$(refusal.deadLetterClass())
        .setReason(refusal.reason())
        .setRecordKey(key(message.key(), shown))
        .setSize(value.length)
        .setSha256(sha256(value))
        .setJob(job)
        .build();
  }

  /** SHA-256 in lower-case hexadecimal digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static @Nullable String key(byte @Nullable [] key, UnaryOperator<String> shown) {
    if (key == null) {
      return null;
    }
    try {
      String text =
          shown.apply(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(key)).toString());
      return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY);
    } catch (CharacterCodingException e) {
      return null; // not UTF-8: the position still finds the record
    }
  }
}
