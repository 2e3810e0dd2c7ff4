package io.floorwalker.feedback;

import io.floorwalker.deliver.feedback.StaffAnswer;
import io.floorwalker.deliver.feedback.Ticket;
import io.floorwalker.deliver.feedback.TicketOffice;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.schema.Feedback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the clicks on our buttons out of what Slack says of an interaction. */
final class SlackClicks {

  private final TicketOffice office;
  private final Json json = new Json();

  SlackClicks(TicketOffice office) {
    this.office = office;
  }

  /** Slack tells of other apps' buttons and of our links too: those are none. */
  List<Feedback> in(String payload, Instant at) {
    Map<?, ?> interaction = json.object(payload);
    List<Feedback> clicks = new ArrayList<>();
    if ("block_actions".equals(interaction.get("type"))
        && interaction.get("actions") instanceof List<?> actions) {
      for (Object action : actions) {
        if (action instanceof Map<?, ?> click) {
          read(click, actor(interaction), at).ifPresent(clicks::add);
        }
      }
    }
    return clicks;
  }

  private Optional<Feedback> read(Map<?, ?> click, String actor, Instant at) {
    Optional<StaffAnswer> answer = StaffAnswer.named(String.valueOf(click.get("action_id")));
    Optional<Ticket> ticket =
        click.get("value") instanceof String text ? office.read(text, at) : Optional.empty();
    return ticket.flatMap(read -> answer.map(said -> read.answered(said, at, actor)));
  }

  private static String actor(Map<?, ?> interaction) {
    return interaction.get("user") instanceof Map<?, ?> user && user.get("id") instanceof String id
        ? "slack:" + id
        : "";
  }
}
