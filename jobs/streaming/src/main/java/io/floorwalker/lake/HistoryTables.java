package io.floorwalker.lake;

import java.util.List;

/**
 * The compacted topics as history: a row for every state of a key. {@code valid_from} is the
 * record's {@code changed_at}.
 */
final class HistoryTables {

  static final TableDefinition ACCOUNTS =
      history(
          "accounts",
          key("account_id|contact_id")
              .text("account_id", "B2B account")
              .text("contact_id", "person at the account")
              .text("site", "the shop")
              .text("role", "champion, decision_maker, user, ...")
              .text("tier", "tier of the account")
              .text("owner", "the representative who looks after the account")
              .text("manager", "whom an escalation may reach beyond the owner")
              .flag("target", "the account is watched")
              .text("status", "active, inactive or removed")
              .time("away_until", "no detection before")
              .time("last_activity_at", "newest activity that the roster knows")
              .text("region", "whose working days count")
              .text("time_zone", "IANA name")
              .text("roster_version", "names the state of the row"),
          "Who belongs to which account, and since when");

  static final TableDefinition PRODUCTS =
      history(
          "products",
          key("site|product_id")
              .text("site", "the shop")
              .text("product_id", "product")
              .text("name", "name of the product")
              .text("category", "category")
              .money("price", "price of one piece, before discounts")
              .money("cost", "cost of one piece")
              .money("margin_floor", "margin of one piece below which no discount may go")
              .text("currency", "ISO 4217, of every amount of the row")
              .number("available", "pieces that can be sold")
              .integer("replenishment_days", "days after which a buyer usually needs the next one"),
          "The catalogue, as far as a decision needs it, and since when");

  static final TableDefinition CONSENTS =
      history(
          "consents",
          key("subject|purpose|channel")
              .text("subject", "customer key, or account_id|contact_id")
              .text("purpose", "service, marketing, sales or profiling")
              .text("channel", "email, sms, page, phone, ...")
              .text("state", "granted or denied")
              .text("consent_ref", "what a decision points to")
              .text("country", "ISO 3166-1 alpha-2")
              .text("source", "where the word was given"),
          "Who agreed to be reached, for what, by which channel, and since when");

  static final TableDefinition PROFILES =
      history(
          "profiles",
          key("customer_key")
              .text("customer_key", "user_id, else anonymous_id")
              .text("site", "the shop")
              .text("account_id", "B2B account")
              .text("contact_id", "person at the account")
              .text("time_zone", "IANA name; quiet hours are hours there")
              .text("country", "ISO 3166-1 alpha-2")
              .text("language", "BCP 47")
              .text("household_hash", "equal for the members of a household, not reversible")
              .flag("shared", "several people use the id")
              .time("last_order_at", "last order that the source knows"),
          "What is known of a customer beside the events, and since when");

  static final TableDefinition RULES =
      history(
          "rules",
          key("site|name")
              .text("site", "the shop")
              .text("name", "name of the rule")
              .text("rule_version", "version of the rule")
              .text("mode", "off, shadow, canary or live")
              .real("canary_percent", "share of the units that get the treatment, in mode canary")
              .textMap("settings", "by the names of the settings")
              .time("takes_effect_at", "event time from which the version decides; null: at once")
              .text("actor", "who changed it")
              .text("reason", "why it was changed"),
          "The rules that are switched on, their settings, and since when");

  private HistoryTables() {}

  private static Columns key(String parts) {
    return new Columns().id("key", parts + ", the key of the topic");
  }

  private static TableDefinition history(String name, Columns values, String comment) {
    return new TableDefinition(
        name,
        values
            .time("valid_from", "from when on this holds, until the next row of the key")
            .flag("deleted", "the key was removed; the values are null")
            .writtenBy("lake"),
        List.of("key", "valid_from"),
        "valid_from",
        comment);
  }
}
