package io.floorwalker.local;

import io.floorwalker.contract.EventShape;
import io.floorwalker.schema.CustomerEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes events of what the toy shop sends: objects whose names are fields of an event ({@code
 * product.price}). A field that the type does not carry, or one of no event, is a mistake.
 */
final class PageEvents {

  static final String SITE = "toy-shop";

  private final Map<String, EventField> fields = new HashMap<>();

  PageEvents() {
    EventFields.all().forEach(field -> fields.put(field.path(), field));
  }

  /** Well-formed, and of one session and one visitor, or refused. */
  CustomerEvent event(Map<?, ?> sent) throws BadRow {
    CustomerEvent event = new CustomerEvent();
    event.setSource("demo-page");
    event.setExt(Map.of());
    String type = String.valueOf(sent.get("type"));
    EventShape shape = EventShape.all().get(type);
    if (shape == null) {
      throw new BadRow("type \"%s\" is not known".formatted(type));
    }
    for (Map.Entry<?, ?> each : sent.entrySet()) {
      EventField field = fields.get(String.valueOf(each.getKey()));
      if (field == null || !field.fits(type)) {
        throw new BadRow("%s carries no %s".formatted(type, each.getKey()));
      }
      field.put(event, String.valueOf(each.getValue()), TimeFormat.MS);
    }
    event.setSite(SITE);
    return whole(event, shape);
  }

  private static CustomerEvent whole(CustomerEvent event, EventShape shape) throws BadRow {
    List<String> missing = shape.missing(event);
    if (!missing.isEmpty()) {
      throw new BadRow("%s lacks %s".formatted(event.getType(), String.join(", ", missing)));
    }
    if (event.getOccurredAt() == null
        || event.getEventId() == null
        || event.getSessionId() == null
        || event.getSessionSeq() == null
        || event.getAnonymousId() == null) {
      throw new BadRow(
          "an event has occurred_at, event_id, session_id, session_seq and anonymous_id");
    }
    return event;
  }
}
