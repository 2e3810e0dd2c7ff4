package io.floorwalker.lake;

import java.util.List;

/** What was decided, done and reached. */
final class DecisionTables {

  static final TableDefinition DECISIONS =
      new TableDefinition(
          "decisions",
          new Columns()
              .id("decision_id", "derived from detection and attempt; the same in a replay")
              .id("treatment", "show_help, offer_chat, do_nothing, ...; empty: nothing was weighed")
              .id("variant", "variant of the treatment; empty where it has one only")
              .time("decided_at", "when it was decided: detected_at")
              .text("detection_id", "what it was decided about")
              .integer("attempt", "counts the decisions about one detection, from 1")
              .text("site", "the shop")
              .text("customer_key", "user_id, else anonymous_id")
              .text("account_id", "B2B account")
              .text("contact_id", "person at the account")
              .text("unit_id", "who is counted in the experiment")
              .text("experiment", "experiment")
              .text("arm", "treated or held_out")
              .text("audience", "customer or internal")
              .text("purpose", "service, marketing, sales or profiling")
              .flag("eligible", "no gate said no")
              .text("gate", "the first gate that said no")
              .flag("chosen", "this was carried out; at most one row of a decision")
              .flag("would_choose", "this would have been carried out without holdout and mode")
              .flag("explored", "exploration chose it")
              .real("propensity", "probability that exactly this row was carried out")
              .real("p_treat", "probability of success with the treatment")
              .real("p_none", "probability of success without any")
              .money("margin", "what success brings before discount and cost")
              .money("discount", "what the treatment gives away")
              .money("contact_cost", "what reaching the person costs")
              .money("expected_value", "p_treat x (margin - discount) - p_none x margin - cost")
              .text("currency", "ISO 4217, of every amount of the row")
              .text("scorer", "what computed the probabilities")
              .text("scorer_version", "version of the scorer")
              .number("posterior_epoch", "number of the posterior snapshot that was used")
              .time("exposure_at", "when the treatment leaves, or would have left")
              .time("window_ends_at", "end of the window in which success counts; exclusive")
              .flag("order_sensitive", "another order of arrival could have decided otherwise")
              .text("mode", "off, shadow, canary, live or replay")
              .text("policy_version", "version of the policy")
              .text("consent_ref", "the consent that was looked at")
              .realMap("features", "what was known, by feature name")
              .text("rule_version", "version of the rule")
              .writtenBy("decide"),
          List.of("decision_id", "treatment", "variant"),
          "decided_at",
          "Every decision with all that was weighed: one row per candidate");

  static final TableDefinition ACTIONS =
      new TableDefinition(
          "actions",
          new Columns()
              .id("action_id", "derived from detection, treatment, recipient and attempt")
              .integer("version", "counts the states of one action; the highest holds")
              .time("changed_at", "when it came into this state")
              .time("created_at", "when it was decided")
              .text("status", "planned, deferred, held, cancelled, expired, sent, failed, ...")
              .text("decision_id", "the decision that it carries out")
              .text("detection_id", "what was found")
              .text("treatment", "show_help, offer_chat, alert_rep, ...")
              .text("variant", "variant of the treatment")
              .text("channel", "email, chat, page, crm, webhook, ...")
              .text("audience", "customer or internal")
              .text("purpose", "service, marketing, sales or profiling")
              .text("customer_key", "user_id, else anonymous_id")
              .text("account_id", "B2B account")
              .text("contact_id", "person at the account")
              .text("recipient_ref", "a reference that the channel resolves; never an address")
              .time("scheduled_at", "not sent before")
              .time("expires_at", "not sent at or after")
              .text("reason", "why it is in this state")
              .text("thread_key", "actions of one thread answer each other in the channel")
              .time("evidence_received_at", "append time of the last evidence")
              .text("rule_version", "version of the rule")
              .writtenBy("decide or deliver"),
          List.of("action_id", "version"),
          "changed_at",
          "What was to reach a person, in every state that it went through");

  static final TableDefinition DELIVERIES =
      new TableDefinition(
          "deliveries",
          new Columns()
              .id("action_id", "the action that was to be delivered")
              .integer("attempt", "from 1; 0 where no attempt was made")
              .time("started_at", "wall clock")
              .time("finished_at", "wall clock")
              .text("channel", "chat, page, crm, webhook, ...")
              .text("target", "name of the target in the settings, never its address")
              .text(
                  "outcome",
                  "delivered, failed, retry, expired, held, no_target, cancelled, resolved,"
                      + " unresolved")
              .integer("http_status", "what the target answered")
              .text("error", "why no answer came")
              .number("retry_after_ms", "what the target asked to wait")
              .writtenBy("deliver"),
          List.of("action_id", "attempt"),
          "started_at",
          "Every attempt to bring an action to its target");

  static final TableDefinition OUTCOMES =
      new TableDefinition(
          "outcomes",
          new Columns()
              .id("outcome_id", "derived from kind and action or decision")
              .time("occurred_at", "when it came about")
              .text("kind", "shown, delivered, clicked, dismissed, converted, not_converted, ...")
              .text("decision_id", "the decision that it belongs to")
              .text("action_id", "the action; null for a unit that was held out")
              .text("customer_key", "user_id, else anonymous_id")
              .text("account_id", "B2B account")
              .text("order_id", "the order, where there is one")
              .money("value", "value of the order")
              .money("margin", "margin after discount and cost")
              .text("currency", "ISO 4217")
              .text("actor", "who did it, where a person did")
              .text("reason", "why, for people")
              .writtenBy("decide or deliver"),
          List.of("outcome_id"),
          "occurred_at",
          "What came of each decision");

  private DecisionTables() {}
}
