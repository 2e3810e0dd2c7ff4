package io.floorwalker.page;

import io.floorwalker.deliver.message.Message;
import io.floorwalker.deliver.message.Wording;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.schema.Action;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a page reads of an offer, as one line of JSON: the words that every channel uses, the
 * milliseconds for which it may still be shown, and the time of what it answers.
 */
final class OfferText {

  private final Json json = new Json();
  private final Wording wording = Wording.in("en", null);

  String of(Offer offer, Instant now) {
    Action action = offer.action();
    Message message = wording.of(action);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("action_id", offer.id());
    fields.put("treatment", action.getTreatment());
    fields.put("channel", String.valueOf(action.getChannel()));
    fields.put("title", message.title());
    fields.put("text", message.text());
    fields.put("expires_in_ms", Duration.between(now, action.getExpiresAt()).toMillis());
    fields.put("at", action.getCreatedAt().toEpochMilli());
    return new String(json.bytes(fields), StandardCharsets.UTF_8);
  }
}
