package io.floorwalker.deliver.feedback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Feedback;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes tickets and reads back its own: {@code <record>.<HMAC-SHA256>}, both in the Base64 of
 * addresses. For any thread; never shows its secret.
 */
public final class TicketOffice {
  private static final String ALGORITHM = "HmacSHA256";

  /** The secret may serve for other things; what is signed here is nothing else. */
  private static final byte[] DOMAIN = "floorwalker ticket v1\n".getBytes(US_ASCII);

  /** Slack takes 2,000 characters as the value of a button. */
  private static final int LONGEST = 1_800;

  private static final int SHORTEST_SECRET = 16;

  private final SecretKeySpec key;
  private final Wire<Feedback> wire = Wire.of(Feedback.class);

  /**
   * With the secret that it shares with all who write or read its tickets.
   *
   * @throws IllegalArgumentException for a secret that could be guessed; the message does not show
   *     it
   */
  public TicketOffice(String secret) {
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "has fewer than "
              + SHORTEST_SECRET
              + " characters; write what openssl rand -hex 32 says");
    }
    this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
  }

  /**
   * The same text for each attempt; empty where the action's ids are so long that no button takes
   * it.
   */
  public Optional<String> ticket(Action action) {
    byte[] record = encoded(Ticket.of(action).blank());
    String ticket = text(record) + "." + text(signature(record));
    return ticket.length() > LONGEST ? Optional.empty() : Optional.of(ticket);
  }

  /** Empty for what is no ticket of this office, or too old. */
  public Optional<Ticket> read(@Nullable String ticket, Instant now) {
    if (ticket == null || ticket.length() > LONGEST) {
      return Optional.empty();
    }
    String[] parts = ticket.split("\\.", -1);
    try {
      byte[] record = Base64.getUrlDecoder().decode(parts[0]);
      byte[] signature = Base64.getUrlDecoder().decode(parts.length == 2 ? parts[1] : "");
      return MessageDigest.isEqual(signature, signature(record))
          ? Optional.of(Ticket.of(decoded(record))).filter(read -> read.isGoodAt(now))
          : Optional.empty();
    } catch (IllegalArgumentException | MalformedRecord e) {
      return Optional.empty();
    }
  }

  private synchronized byte[] encoded(Feedback blank) {
    return wire.encode(blank);
  }

  private synchronized Feedback decoded(byte[] record) throws MalformedRecord {
    return wire.decode(record);
  }

  private byte[] signature(byte[] record) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(DOMAIN);
      return mac.doFinal(record);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
