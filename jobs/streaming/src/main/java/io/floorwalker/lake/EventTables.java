package io.floorwalker.lake;

import java.util.List;

/** What came in: events, the orders they tell of, late events, and records of no use. */
final class EventTables {

  static final TableDefinition EVENTS =
      new TableDefinition(
          "events",
          new Columns()
              .id("event_id", "id of the event; one row each")
              .time("occurred_at", "when it happened, by the clock of its source")
              .time("received_at", "append time of the raw record")
              .text("type", "what happened: product_added, order_placed, ...")
              .text("source", "the system that sent it")
              .text("site", "the shop")
              .text("session_id", "the visit")
              .number("session_seq", "position in the visit, from 1, where the source numbers")
              .text("customer_key", "user_id, else anonymous_id")
              .text("anonymous_id", "id of the device or browser")
              .text("user_id", "id of the signed-in customer")
              .text("account_id", "B2B account")
              .text("contact_id", "person at the account")
              .text("release", "release of the shop's software")
              .text("device_class", "desktop, mobile, tablet, ...")
              .text("country", "ISO 3166-1 alpha-2")
              .text("time_zone", "IANA name")
              .text("page", "page of the event")
              .flag("is_bot", "made by a robot")
              .flag("is_internal", "made by own staff")
              .text("order_id", "order")
              .text("product_id", "product, of events about one product")
              .text("category", "category of that product")
              .integer("quantity", "pieces of that product")
              .money("price", "price of one piece")
              .money("value", "value of the cart, order or payment")
              .text("currency", "ISO 4217")
              .text("coupon", "coupon code")
              .text("step", "checkout step")
              .text("element", "selector of the clicked element")
              .text("field", "form field")
              .text("code", "decline code, validation code or error")
              .integer("reaction_ms", "milliseconds until the page reacted, -1: never")
              .textMap("ext", "what the source sent and no other column holds")
              .writtenBy("lake"),
          List.of("event_id"),
          "occurred_at",
          "Every event of every source, one row each");

  static final TableDefinition ORDERS =
      new TableDefinition(
          "orders",
          new Columns()
              .id("order_id", "the order")
              .integer("version", "1, 2, 3, ... in the order of the events; the highest holds")
              .time("placed_at", "when it was placed; null where no event has said so")
              .time("changed_at", "when the event of this version happened")
              .text("status", "placed, cancelled, refunded or return_requested")
              .text("order_channel", "web, app, portal, store, phone, ...")
              .text("customer_key", "user_id, else anonymous_id; of the first event that said it")
              .text("account_id", "B2B account; of the first event that said it")
              .text("session_id", "the visit; of the first event that said it")
              .money("net_value", "as the event says, else as in the version before")
              .money("discount", "likewise")
              .money("shipping", "likewise")
              .money("tax", "likewise")
              .money("margin", "likewise")
              .text("currency", "ISO 4217, of every amount of the row")
              .texts("coupons", "coupon codes")
              .texts("lines", "product and quantity")
              .writtenBy("lake"),
          List.of("order_id", "version"),
          "changed_at",
          "Every order in every state that it went through");

  static final TableDefinition LATE_EVENTS =
      new TableDefinition(
          "late_events",
          position()
              .text("class", "why it is here")
              .text("reason", "how far behind the watermark it came")
              .text("record_key", "key of the record")
              .number("size", "bytes of the record")
              .text("sha256", "SHA-256 of the record")
              .writtenBy("the job for which it was late"),
          List.of("topic", "partition", "offset", "job"),
          "received_at",
          "Events that came behind the watermark of a job");

  static final TableDefinition DEAD_LETTERS =
      new TableDefinition(
          "dead_letters",
          position()
              .text("class", "what is wrong: time, schema, avro, field, key, ...")
              .text("reason", "what is wrong, for people; never the content")
              .text("record_key", "key of the record")
              .number("size", "bytes of the record")
              .text("sha256", "SHA-256 of the record")
              .writtenBy("the job that refused the record"),
          List.of("topic", "partition", "offset"),
          "received_at",
          "Records that no job could use, by position");

  private EventTables() {}

  private static Columns position() {
    return new Columns()
        .id("topic", "topic of the record")
        .integer("partition", "partition of the record")
        .number("offset", "offset of the record")
        .time("received_at", "append time of the record");
  }
}
