package io.floorwalker.feedback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Proves that a request comes from Slack: {@code v0=} and the hex of an HMAC-SHA256 over {@code
 * v0:timestamp:body} with the app's signing secret, at most five minutes old.
 */
public final class SlackSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final SecretKeySpec key;

  public SlackSignature(String secret) {
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
  }

  /** Whether the headers {@code X-Slack-Signature} and {@code X-Slack-Request-Timestamp} hold. */
  boolean proves(@Nullable String signature, @Nullable String timestamp, byte[] body, Instant now) {
    return signature != null
        && timestamp != null
        && isRecent(timestamp, now)
        && MessageDigest.isEqual(
            signature.getBytes(US_ASCII), of(timestamp, body).getBytes(US_ASCII));
  }

  String of(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(US_ASCII));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static boolean isRecent(String timestamp, Instant now) {
    if (!timestamp.matches("[0-9]{1,12}")) {
      return false;
    }
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    return age.compareTo(WINDOW) <= 0;
  }
}
