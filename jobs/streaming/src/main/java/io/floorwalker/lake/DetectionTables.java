package io.floorwalker.lake;

import java.util.List;

/** What was found, and from what. */
final class DetectionTables {

  static final TableDefinition SIGNALS =
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

  static final TableDefinition DETECTIONS =
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

  static final TableDefinition STAKEHOLDER_ACTIVITY =
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

  private DetectionTables() {}
}
