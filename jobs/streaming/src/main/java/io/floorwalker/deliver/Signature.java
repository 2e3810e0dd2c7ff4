package io.floorwalker.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Standard Webhooks has it: {@code v1,} and the Base64 of an HMAC-SHA256 over {@code
 * id.timestamp.body}. Never shows its secret.
 */
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String ENCODED = "whsec_";

  private final SecretKeySpec key;

  private Signature(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * From the content of a secret's file: {@code whsec_} and Base64, else the bytes as they are,
   * without the line break at their end.
   *
   * @throws IllegalArgumentException for an empty secret or what is not Base64; the message does
   *     not show it
   */
  static Signature ofSecret(byte[] content) {
    int end = content.length;
    while (end > 0 && (content[end - 1] == '\n' || content[end - 1] == '\r')) {
      end--;
    }
    byte[] secret = Arrays.copyOf(content, end);
    String text = new String(secret, UTF_8);
    if (text.startsWith(ENCODED)) {
      secret = decoded(text.substring(ENCODED.length()));
    }
    if (secret.length == 0) {
      throw new IllegalArgumentException("is empty");
    }
    return new Signature(new SecretKeySpec(secret, ALGORITHM));
  }

  /** The value of the header {@code webhook-signature}; the timestamp in seconds since 1970. */
  String of(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // Without the cause: Java's message quotes a character of the secret.
      throw new IllegalArgumentException("is not Base64 behind whsec_");
    }
  }
}
