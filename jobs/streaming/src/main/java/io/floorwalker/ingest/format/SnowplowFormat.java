package io.floorwalker.ingest.format;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.EventFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of Snowplow's enriched events, tab-separated, with the entities of its e-commerce schemas.
 * A row is about what its self-describing event says, else about what its column {@code event}
 * says.
 */
final class SnowplowFormat implements EventFormat {
  private static final long serialVersionUID = 1L;

  private static final Names NAMES =
      new Names(
          Map.ofEntries(
              Map.entry("page_view", EventTypes.PAGE_VIEWED),
              Map.entry("product_view", EventTypes.PRODUCT_VIEWED),
              Map.entry("list_view", EventTypes.PRODUCT_LIST_VIEWED),
              Map.entry("add_to_cart", EventTypes.PRODUCT_ADDED),
              Map.entry("remove_from_cart", EventTypes.PRODUCT_REMOVED),
              Map.entry("checkout_step", EventTypes.CHECKOUT_STEP_COMPLETED),
              Map.entry("transaction", EventTypes.ORDER_PLACED),
              Map.entry("refund", EventTypes.ORDER_REFUNDED),
              Map.entry("trns_error", EventTypes.PAYMENT_DECLINED),
              Map.entry("list_click", EventTypes.ELEMENT_CLICKED),
              Map.entry("promo_click", EventTypes.ELEMENT_CLICKED),
              Map.entry("link_click", EventTypes.ELEMENT_CLICKED),
              Map.entry("application_error", EventTypes.SCRIPT_ERROR),
              Map.entry("change_form", EventTypes.FIELD_CHANGED)));

  @Override
  public List<CustomerEvent> read(byte[] value, long appendedAt) throws MalformedRecord {
    Fields row = SnowplowColumns.of(Text.of(value));
    Draft draft = new Draft("snowplow");
    draft.event().setEventId(row.required("event_id"));
    draft.event().setOccurredAt(occurredAt(row));
    setPerson(draft.event(), row);
    setContext(draft, row);
    SnowplowShop shop = SnowplowShop.of(row);
    draft.type(NAMES.type(shop.name()), shop.name());
    return draft.events(shop.properties(), row);
  }

  private static Instant occurredAt(Fields row) throws MalformedRecord {
    String derived = row.text("derived_tstamp");
    return derived != null
        ? SourceTime.ISO.of("derived_tstamp", derived)
        : SourceTime.ISO.of("collector_tstamp", row.required("collector_tstamp"));
  }

  private static void setPerson(CustomerEvent event, Fields row) throws MalformedRecord {
    event.setUserId(row.id("user_id"));
    event.setAnonymousId(firstOf(row.id("domain_userid"), row.id("network_userid")));
    event.setSessionId(row.id("domain_sessionid"));
  }

  private static void setContext(Draft draft, Fields row) throws MalformedRecord {
    draft.page(row.look("page_url"));
    String app = row.text("app_id");
    if (app != null) {
      draft.event().setSite(app);
    }
    draft.userAgent(row.look("useragent"));
    draft.context().setCountry(row.text("geo_country"));
    draft.context().setTimeZone(firstOf(row.text("os_timezone"), row.text("geo_timezone")));
  }

  private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
    return first != null ? first : second;
  }
}
