package io.floorwalker.ingest.format;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.EventFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A session of the data set that Otto's shop published, as JSON: clicks, carts and orders of one
 * visitor, each about one article. The session is all that is known of the visitor.
 */
final class OttoFormat implements EventFormat {
  private static final long serialVersionUID = 1L;

  private static final Names NAMES =
      new Names(
          Map.of(
              "clicks", EventTypes.PRODUCT_VIEWED,
              "carts", EventTypes.PRODUCT_ADDED,
              "orders", EventTypes.ORDER_PLACED));

  @Override
  public List<CustomerEvent> read(byte[] value, long appendedAt) throws MalformedRecord {
    String text = Text.of(value);
    Fields session = Json.object(text);
    String id = session.required("session");
    List<CustomerEvent> events = new ArrayList<>();
    for (Fields action : session.objects("events")) {
      Draft draft = new Draft("otto");
      draft.id(null, text + "#" + (events.size() + 1));
      draft.event().setSessionId(id);
      draft.event().setAnonymousId(id);
      draft.event().setOccurredAt(SourceTime.MILLIS.of("ts", action.required("ts")));
      String type = action.required("type");
      draft.type(NAMES.type(type), type);
      action.rename("aid", "product_id");
      events.addAll(draft.events(action, action));
    }
    return events;
  }
}
