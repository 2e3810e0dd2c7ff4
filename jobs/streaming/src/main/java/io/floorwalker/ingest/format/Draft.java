package io.floorwalker.ingest.format;

import io.floorwalker.contract.EventShape;
import io.floorwalker.contract.Family;
import io.floorwalker.contract.Ids;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event on its way from a source's record: what all sources have in common. */
final class Draft {
  private final CustomerEvent event = new CustomerEvent();
  private final Context context = new Context();

  Draft(String source) {
    event.setSource(source);
    event.setSite("");
    event.setExt(new HashMap<>());
    event.setContext(context);
  }

  CustomerEvent event() {
    return event;
  }

  Context context() {
    return context;
  }

  /** The source's id; where it has none, one that follows from the record's text. */
  void id(@Nullable String id, String text) {
    event.setEventId(id != null ? id : Ids.imported(event.getSource(), 0, text));
  }

  /** The type, with the source's own name beside it where it says more. */
  void type(String type, String name) {
    event.setType(type);
    if (!type.equals(Names.snakeCase(name))) {
      event.getExt().put("event", name);
    }
  }

  /** Site and page; query and fragment are no part of a page. */
  void page(@Nullable String url) {
    if (url != null) {
      Address address = Address.of(url);
      event.setSite(address.host());
      context.setPage(address.path());
    }
  }

  void userAgent(@Nullable String text) {
    if (text != null) {
      UserAgent agent = new UserAgent(text);
      event.setIsBot(agent.isBot());
      if (context.getDeviceClass() == null) {
        context.setDeviceClass(agent.deviceClass());
      }
    }
  }

  /**
   * The events: one for each of the products where the type is about one and the source names
   * several. What nobody took from the record is kept in {@code ext}.
   */
  List<CustomerEvent> events(Fields properties, Fields record) throws MalformedRecord {
    EventShape shape = EventShape.all().get(event.getType());
    List<ProductLine> products =
        shape != null && shape.family() == Family.PRODUCT
            ? Families.products(properties)
            : List.of();
    if (products.isEmpty()) {
      Families.fill(event, properties);
    } else {
      event.setProduct(products.get(0));
    }
    record.rest("", event.getExt());
    List<CustomerEvent> events = new ArrayList<>(List.of(event));
    for (int i = 1; i < products.size(); i++) {
      events.add(
          CustomerEvent.newBuilder(event)
              .setEventId(event.getEventId() + "#" + (i + 1))
              .setProduct(products.get(i))
              .build());
    }
    return events;
  }
}
