package io.floorwalker.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ids that follow from what they name: a UUID of version 5 over a compact JSON array, so that a
 * replay, a restored job and another program find the same id.
 */
public final class Ids {
  /** The name space of all ids: uuid5 of "floorwalker.io" in the name space of DNS. */
  static final UUID NAMESPACE = UUID.fromString("dbc55861-243b-5a4b-994c-a62e860b5ab1");

  private Ids() {}

  /** The id of what a rule found; {@code step} is null where the kind has no steps. */
  public static String detection(String kind, @Nullable String step, String decidingEventId) {
    return of(new JsonArray().text(kind).text(step == null ? "" : step).text(decidingEventId));
  }

  /**
   * The id of what a rule found where no event decides, from the row of the roster that does;
   * {@code step} is null where the kind has no steps.
   */
  public static String rosterDetection(
      String kind,
      String accountId,
      String contactId,
      String rosterVersion,
      @Nullable String step) {
    return of(
        new JsonArray()
            .text(kind)
            .text(accountId)
            .text(contactId)
            .text(rosterVersion)
            .text(step == null ? "" : step));
  }

  /** The id of a signal, by its last evidence. */
  public static String signal(String kind, String lastEventId) {
    return of(new JsonArray().text("signal").text(kind).text(lastEventId));
  }

  /** The id of an outcome: one of each kind for an action, or for a decision without one. */
  public static String outcome(String kind, String actionOrDecisionId) {
    return of(new JsonArray().text("outcome").text(kind).text(actionOrDecisionId));
  }

  /** The id of the decision about a detection; {@code attempt} counts from 1. */
  public static String decision(String detectionId, int attempt) {
    return of(new JsonArray().text("decision").text(detectionId).number(attempt));
  }

  /** The id of one treatment for one recipient; {@code attempt} counts from 1. */
  public static String action(
      String detectionId, String treatment, String recipientRef, int attempt) {
    return of(
        new JsonArray()
            .text("action")
            .text(detectionId)
            .text(treatment)
            .text(recipientRef)
            .number(attempt));
  }

  /**
   * The id of an imported event that brings none: the row as it stands in the file, and its number.
   */
  public static String imported(String source, long rowNumber, String rawRow) {
    return of(new JsonArray().text("import").text(source).number(rowNumber).text(rawRow));
  }

  /** The id of an {@code identity_linked} event: what it comes from, and to whom it is said. */
  public static String link(String eventId, String customerKey) {
    return of(new JsonArray().text("identity_linked").text(eventId).text(customerKey));
  }

  private static String of(JsonArray name) {
    MessageDigest digest = sha1();
    digest.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .flip());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(name.toString().getBytes(UTF_8)));
    long most = (hash.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x5000L;
    long least = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(most, least).toString();
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java has no SHA-1, which every Java platform must have. Use a standard JDK 17.", e);
    }
  }
}
