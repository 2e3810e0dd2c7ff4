package io.floorwalker.lake;

import java.util.List;

/** Every Iceberg table that the jobs write; the one place where a table is defined. */
public final class Tables {

  public static final TableDefinition EVENTS =
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

  public static final TableDefinition DETECTIONS =
      new TableDefinition(
          "detections",
          new Columns()
              .id(
                  "detection_id",
                  "derived from kind, step and deciding event; the same in a replay")
              .integer("version", "counts the rows of one detection")
              .text("kind", "cart_abandoned, ...")
              .time("detected_at", "when it became true: last evidence + T")
              .text("phase", "opened, closed or retracted")
              .text("reason", "why it is in this phase")
              .text("key", "the key that the rule ran on")
              .text("customer_key", "user_id, else anonymous_id")
              .text("session_id", "visit of the last evidence")
              .text("account_id", "B2B account")
              .text("contact_id", "person at the account")
              .text("site", "the shop")
              .text("release", "release of the shop's software")
              .text("device_class", "desktop, mobile, tablet, ...")
              .text("stage", "browse, cart, checkout or payment")
              .text("step", "checkout step")
              .text("field", "form field")
              .text("cause", "why, where evidence shows it; else unknown")
              .real("score", "struggle score")
              .money("value", "value of the cart; null where a price is unknown")
              .text("currency", "ISO 4217")
              .texts("lines", "product and quantity, in the order in which they came into the cart")
              .time("first_evidence_at", "first activity of the intent")
              .time("last_evidence_at", "last activity")
              .time("deadline_at", "last activity + T")
              .texts("evidence", "event ids")
              .texts("signal_ids", "signals that led here")
              .text("incident_id", "the outage it is part of")
              .text("rule", "name of the rule")
              .text("rule_version", "version of the rule")
              .writtenBy("the detection jobs"),
          List.of("detection_id", "phase", "version"),
          "detected_at",
          "What was found: opened, closed or retracted");

  public static final TableDefinition SIGNALS =
      new TableDefinition(
          "signals",
          new Columns()
              .id("signal_id", "derived from kind and last evidence; the same in a replay")
              .time(
                  "occurred_at", "last evidence; where something did not happen, last evidence + T")
              .text("kind", "rage_click, field_loop, payment_declined, ...")
              .text("session_id", "the visit")
              .text("customer_key", "user_id, else anonymous_id")
              .text("site", "the shop")
              .text("step", "checkout step")
              .text("element", "selector of the clicked element")
              .text("field", "form field")
              .text("page", "page of the last evidence")
              .text("release", "release of the shop's software")
              .text("device_class", "desktop, mobile, tablet, ...")
              .real("weight", "points that the signal brings when it is fresh")
              .texts("evidence", "event ids")
              .text("rule_version", "version of the rule")
              .writtenBy("checkout-struggle"),
          List.of("signal_id"),
          "occurred_at",
          "Signs of trouble in one session, too small for a detection of their own");

  public static final TableDefinition STAKEHOLDER_ACTIVITY =
      new TableDefinition(
          "stakeholder_activity",
          new Columns()
              .id("account_id", "B2B account")
              .id("contact_id", "person at the account")
              .time("changed_at", "when the state became true, by evidence")
              .text("state", "active, stale_1, stale_2, stale_3, never_active, away, removed")
              .time("last_activity_at", "newest activity that is known")
              .time("deadline_at", "when the next step falls due if nothing happens")
              .text("role", "champion, decision_maker, user, ...")
              .text("tier", "tier of the account")
              .text("rule_version", "version of the rule")
              .writtenBy("stakeholder-watch"),
          List.of("account_id", "contact_id", "changed_at"),
          "changed_at",
          "How things stand with each contact, whenever that changes");

  public static final TableDefinition DELIVERIES =
      new TableDefinition(
          "deliveries",
          new Columns()
              .id("action_id", "the action that was to be delivered")
              .integer("attempt", "from 1; 0 where no attempt was made")
              .time("started_at", "wall clock")
              .time("finished_at", "wall clock")
              .text("channel", "chat, page, crm, webhook, ...")
              .text("target", "name of the target in the settings, never its address")
              .text("outcome", "delivered, failed, retry, expired, held, no_target")
              .integer("http_status", "what the target answered")
              .text("error", "why no answer came")
              .number("retry_after_ms", "what the target asked to wait")
              .writtenBy("deliver"),
          List.of("action_id", "attempt"),
          "started_at",
          "Every attempt to bring an action to its target");

  public static final TableDefinition LATE_EVENTS =
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

  public static final TableDefinition DEAD_LETTERS =
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

  private Tables() {}

  public static List<TableDefinition> all() {
    return List.of(
        EVENTS, SIGNALS, DETECTIONS, STAKEHOLDER_ACTIVITY, DELIVERIES, LATE_EVENTS, DEAD_LETTERS);
  }

  private static Columns position() {
    return new Columns()
        .id("topic", "topic of the record")
        .integer("partition", "partition of the record")
        .number("offset", "offset of the record")
        .time("received_at", "append time of the record");
  }
}
