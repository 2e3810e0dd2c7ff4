package io.floorwalker.lake;

import java.util.List;

/** What was decided, done and reached. */
final class DecisionTables {

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
              .text("outcome", "delivered, failed, retry, expired, held, no_target")
              .integer("http_status", "what the target answered")
              .text("error", "why no answer came")
              .number("retry_after_ms", "what the target asked to wait")
              .writtenBy("deliver"),
          List.of("action_id", "attempt"),
          "started_at",
          "Every attempt to bring an action to its target");

  private DecisionTables() {}
}
