package io.floorwalker.deliver;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.floorwalker.schema.Action;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook receives of an action: one flat JSON object in UTF-8. Every field is always there,
 * null where the action has none; times are ISO-8601 in UTC with milliseconds.
 */
final class Payload {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final JsonGenerator json;

  private Payload(JsonGenerator json) {
    this.json = json;
  }

  /** The bytes; the same for each attempt. */
  static byte[] of(Action action) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      new Payload(json).write(action);
    } catch (IOException e) {
      throw new UncheckedIOException("a buffer in memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private void write(Action action) throws IOException {
    json.writeStartObject();
    text("type", "action." + Errand.status(action));
    text("action_id", action.getActionId());
    text("decision_id", action.getDecisionId());
    text("detection_id", action.getDetectionId());
    text("treatment", action.getTreatment());
    text("variant", action.getVariant());
    text("channel", action.getChannel());
    word("audience", action.getAudience());
    word("purpose", action.getPurpose());
    text("site", action.getSite());
    text("recipient_ref", action.getRecipientRef());
    text("customer_key", action.getCustomerKey());
    text("account_id", action.getAccountId());
    text("contact_id", action.getContactId());
    text("reason", action.getReason());
    text("thread_key", action.getThreadKey());
    time("created_at", action.getCreatedAt());
    time("expires_at", action.getExpiresAt());
    json.writeEndObject();
  }

  private void text(String name, @Nullable String value) throws IOException {
    json.writeStringField(name, value);
  }

  private void word(String name, Enum<?> value) throws IOException {
    text(name, value.name().toLowerCase(Locale.ROOT));
  }

  private void time(String name, Instant value) throws IOException {
    text(name, TIME.format(value));
  }
}
