package io.floorwalker.ingest.format;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.EventFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of Google Analytics 4's event export, as JSON. The export has no ids of its own, so an
 * event's follows from its text, and a row that comes twice counts once.
 */
final class Ga4Format implements EventFormat {
  private static final long serialVersionUID = 1L;

  private static final Names NAMES =
      new Names(
          Map.ofEntries(
              Map.entry("page_view", EventTypes.PAGE_VIEWED),
              Map.entry("screen_view", EventTypes.PAGE_VIEWED),
              Map.entry("view_item", EventTypes.PRODUCT_VIEWED),
              Map.entry("view_item_list", EventTypes.PRODUCT_LIST_VIEWED),
              Map.entry("search", EventTypes.PRODUCTS_SEARCHED),
              Map.entry("view_search_results", EventTypes.PRODUCTS_SEARCHED),
              Map.entry("add_to_wishlist", EventTypes.WISHLIST_ADDED),
              Map.entry("add_to_cart", EventTypes.PRODUCT_ADDED),
              Map.entry("remove_from_cart", EventTypes.PRODUCT_REMOVED),
              Map.entry("view_cart", EventTypes.CART_VIEWED),
              Map.entry("begin_checkout", EventTypes.CHECKOUT_STARTED),
              Map.entry("add_shipping_info", EventTypes.CHECKOUT_STEP_COMPLETED),
              Map.entry("add_payment_info", EventTypes.PAYMENT_INFO_ENTERED),
              Map.entry("purchase", EventTypes.ORDER_PLACED),
              Map.entry("refund", EventTypes.ORDER_REFUNDED),
              Map.entry("login", EventTypes.SIGNED_IN),
              Map.entry("select_item", EventTypes.ELEMENT_CLICKED),
              Map.entry("select_promotion", EventTypes.ELEMENT_CLICKED),
              Map.entry("click", EventTypes.ELEMENT_CLICKED),
              Map.entry("exception", EventTypes.SCRIPT_ERROR),
              Map.entry("app_exception", EventTypes.SCRIPT_ERROR)));

  @Override
  public List<CustomerEvent> read(byte[] value, long appendedAt) throws MalformedRecord {
    String text = Text.of(value);
    Fields row = Json.object(text);
    Fields parameters = parameters(row);
    Draft draft = new Draft("ga4");
    draft.id(null, text);
    draft
        .event()
        .setOccurredAt(SourceTime.MICROS.of("event_timestamp", row.required("event_timestamp")));
    setPerson(draft.event(), row, parameters);
    setContext(draft, row, parameters);
    String name = row.required("event_name");
    draft.type(NAMES.type(name), name);
    takeShopWords(name, row, parameters);
    return draft.events(parameters, row);
  }

  private static void setPerson(CustomerEvent event, Fields row, Fields parameters)
      throws MalformedRecord {
    event.setUserId(row.id("user_id"));
    event.setAnonymousId(row.id("user_pseudo_id"));
    String session = parameters.id("ga_session_id"); // a second's count: unique for one device only
    event.setSessionId(session == null ? null : event.getAnonymousId() + "." + session);
  }

  private static void setContext(Draft draft, Fields row, Fields parameters)
      throws MalformedRecord {
    draft.page(parameters.look("page_location"));
    String device = row.at("device").text("category");
    draft.context().setDeviceClass(device == null ? null : device.toLowerCase(Locale.ROOT));
    draft.context().setRelease(row.at("app_info").text("version"));
  }

  /** Parameters, shop totals and items under the names that {@link Families} knows. */
  private static void takeShopWords(String name, Fields row, Fields parameters)
      throws MalformedRecord {
    Fields totals = row.at("ecommerce");
    totals.rename("purchase_revenue", "revenue");
    totals.rename("tax_value", "tax");
    totals.rename("shipping_value", "shipping");
    parameters.moveFrom(totals);
    parameters.rename("transaction_id", "order_id");
    parameters.rename("payment_type", "payment_method");
    for (Fields item : row.objects("items")) {
      item.rename("item_id", "product_id");
      item.rename("item_name", "name");
      item.rename("item_category", "category");
      item.rename("item_variant", "variant");
    }
    parameters.moveFrom(row, "items", "products");
    if (name.equals("add_shipping_info")) {
      parameters.add("step", "shipping");
    }
  }

  /**
   * {@code event_params} as an object: its values are one of several types, only one of them set.
   */
  private static Fields parameters(Fields row) throws MalformedRecord {
    Fields parameters = new Fields();
    for (Fields parameter : row.objects("event_params")) {
      String key = parameter.required("key");
      String value = anyOf(parameter.at("value"));
      if (value != null) {
        parameters.add(key, value);
      }
    }
    row.replace("event_params", parameters);
    return parameters;
  }

  private static @Nullable String anyOf(Fields value) throws MalformedRecord {
    for (String type : List.of("string_value", "int_value", "double_value", "float_value")) {
      String text = value.look(type);
      if (text != null) {
        return text;
      }
    }
    return null;
  }
}
