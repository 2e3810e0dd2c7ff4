package io.floorwalker.ingest.format;

import io.floorwalker.contract.MalformedRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Snowplow row is about, and the data of its event and its e-commerce entities under the
 * names that {@link Families} knows. Other entities stay beside the columns.
 */
record SnowplowShop(String name, Fields properties) {
  private static final String ACTION = "snowplow_ecommerce_action";

  /** Entities of which an event has one; their fields are the event's. */
  private static final Set<String> SINGLE =
      Set.of("checkout_step", "transaction", "refund", "transaction_error");

  /** Columns that hold an order where there are no entities. */
  private static final List<String> CLASSIC_ORDER =
      List.of("tr_orderid", "tr_total", "tr_tax", "tr_shipping", "tr_currency");

  /** What people type into forms is kept nowhere. */
  private static final List<String> TYPED = List.of("value", "elements");

  private static final Map<String, String> WORDS =
      Map.of(
          "transaction_id", "order_id",
          "discount_code", "coupon",
          "discount_amount", "discount",
          "elementId", "field",
          "formId", "form_id",
          "tr_orderid", "order_id",
          "tr_total", "revenue",
          "tr_tax", "tax",
          "tr_shipping", "shipping",
          "tr_currency", "currency");

  static SnowplowShop of(Fields row) throws MalformedRecord {
    Fields properties = new Fields();
    String name = takeEvent(row, properties);
    takeEntities(row, properties);
    if (name.equals("transaction")) {
      for (String column : CLASSIC_ORDER) {
        properties.moveFrom(row, column, column);
      }
    }
    if ("hard".equals(properties.look("error_type"))) {
      properties.add("hard", "true");
    }
    WORDS.forEach(properties::rename);
    row.replace("event_data", properties);
    return new SnowplowShop(name, properties);
  }

  private static String takeEvent(Fields row, Fields properties) throws MalformedRecord {
    String kind = row.required("event");
    String json = row.text("unstruct_event");
    if (json == null) {
      return kind;
    }
    SelfDescribing event = SelfDescribing.event(json);
    String type = event.name().equals(ACTION) ? event.data().required("type") : event.name();
    properties.moveFrom(event.data());
    TYPED.forEach(properties::remove);
    return type;
  }

  private static void takeEntities(Fields row, Fields properties) throws MalformedRecord {
    String json = row.text("contexts");
    if (json == null) {
      return;
    }
    List<Object> products = new ArrayList<>();
    List<Object> others = new ArrayList<>();
    for (SelfDescribing entity : SelfDescribing.entities(json)) {
      if (entity.name().equals("product")) {
        entity.data().rename("id", "product_id");
        products.add(entity.data());
      } else if (SINGLE.contains(entity.name())) {
        properties.moveFrom(entity.data());
      } else {
        Fields other = new Fields();
        other.add(entity.name(), entity.data());
        others.add(other);
      }
    }
    properties.add("products", products);
    row.replace("contexts", others);
  }
}
