package io.floorwalker.ingest.format;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.EventFormat;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of the Segment spec: track, page, screen, identify, group or alias, as JSON. A call
 * without timestamp happened when it came in, as the spec says; a user who acts for a group is a
 * contact of that account.
 */
final class SegmentFormat implements EventFormat {
  private static final long serialVersionUID = 1L;

  private static final Names NAMES =
      new Names(
          Map.ofEntries(
              Map.entry("order_completed", EventTypes.ORDER_PLACED),
              Map.entry("product_added_to_wishlist", EventTypes.WISHLIST_ADDED),
              Map.entry("wishlist_product_added_to_cart", EventTypes.PRODUCT_ADDED),
              Map.entry("product_list_filtered", EventTypes.PRODUCT_LIST_VIEWED),
              Map.entry("product_clicked", EventTypes.ELEMENT_CLICKED),
              Map.entry("promotion_clicked", EventTypes.ELEMENT_CLICKED),
              Map.entry("signed_up", EventTypes.PORTAL_ACTIVITY),
              Map.entry("account_created", EventTypes.PORTAL_ACTIVITY),
              Map.entry("account_deleted", EventTypes.PORTAL_ACTIVITY),
              Map.entry("invite_sent", EventTypes.PORTAL_ACTIVITY)));

  @Override
  public List<CustomerEvent> read(byte[] value, long appendedAt) throws MalformedRecord {
    String text = Text.of(value);
    Fields call = Json.object(text);
    call.remove("writeKey"); // what browsers send in place of a header
    Fields properties = call.at("properties");
    Draft draft = new Draft("segment");
    draft.id(call.id("messageId"), text);
    draft.event().setOccurredAt(occurredAt(call, appendedAt));
    setPerson(draft.event(), call);
    setContext(draft, call.at("context"), properties);
    setType(draft, call, properties);
    return draft.events(properties, call);
  }

  private static Instant occurredAt(Fields call, long appendedAt) throws MalformedRecord {
    for (String name : List.of("timestamp", "originalTimestamp")) {
      String time = call.text(name);
      if (time != null) {
        return SourceTime.ISO.of(name, time);
      }
    }
    return Instant.ofEpochMilli(appendedAt);
  }

  private static void setPerson(CustomerEvent event, Fields call) throws MalformedRecord {
    event.setUserId(call.id("userId"));
    event.setAnonymousId(firstOf(call.id("anonymousId"), call.id("previousId")));
    event.setAccountId(firstOf(call.id("groupId"), call.at("context").id("groupId")));
    event.setContactId(event.getAccountId() == null ? null : event.getUserId());
  }

  private static void setContext(Draft draft, Fields source, Fields properties)
      throws MalformedRecord {
    Context context = draft.context();
    draft.event().setSessionId(firstOf(source.id("sessionId"), properties.id("session_id")));
    draft.page(source.at("page").look("url"));
    String path = firstOf(source.at("page").text("path"), context.getPage());
    context.setPage(path == null ? null : Address.of(path).path());
    draft.userAgent(source.look("userAgent"));
    context.setRelease(source.at("app").text("version"));
    context.setTimeZone(source.text("timezone"));
  }

  private static void setType(Draft draft, Fields call, Fields properties) throws MalformedRecord {
    String kind = call.required("type");
    switch (kind) {
      case "track" -> {
        String name = call.required("event");
        draft.type(NAMES.type(name), name);
        if (draft.event().getType().equals(EventTypes.PORTAL_ACTIVITY)) {
          properties.add("activity", Names.snakeCase(name));
        }
      }
      case "page", "screen" -> draft.type(EventTypes.PAGE_VIEWED, kind);
      case "identify", "alias" -> draft.type(linkOrCustom(draft.event()), kind);
      case "group" -> draft.type(EventTypes.CUSTOM, kind);
      default -> throw Fields.wrong("type", "is no call of the spec");
    }
  }

  /** A visitor who turns out to be somebody; without both it only tells traits. */
  private static String linkOrCustom(CustomerEvent event) {
    return event.getUserId() != null && event.getAnonymousId() != null
        ? EventTypes.IDENTITY_LINKED
        : EventTypes.CUSTOM;
  }

  private static @Nullable String firstOf(@Nullable String first, @Nullable String second) {
    return first != null ? first : second;
  }
}
