package io.floorwalker.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A lot drawn by hash: the same unit draws the same lot in the same experiment, always. */
final class Draw {
  private static final double STEPS = 1L << 53;

  private Draw() {}

  /** A number in [0, 1), even over units. {@code purpose} keeps lots for different ends apart. */
  static double of(String purpose, String salt, String experiment, String unit) {
    // The line feed parts the names: "a" and "bc" draw another lot than "ab" and "c".
    String name = String.join("\n", purpose, salt, experiment, unit);
    return (ByteBuffer.wrap(sha256(name)).getLong() >>> 11) / STEPS;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
