package io.floorwalker.deliver.message;

import io.floorwalker.deliver.feedback.StaffAnswer;
import io.floorwalker.deliver.feedback.TicketOffice;
import io.floorwalker.schema.Action;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The buttons below a message to staff, one for each answer.
 *
 * @param page where answers are taken, ends with a slash; null where the channel takes clicks
 *     itself
 */
public record Buttons(TicketOffice office, @Nullable URI page) {

  /** In the words of a language; none for an action that no ticket can be written for. */
  List<Message.Button> of(Action action, Words words) {
    List<Message.Button> buttons = new ArrayList<>();
    office
        .ticket(action)
        .ifPresent(
            ticket -> {
              for (StaffAnswer answer : StaffAnswer.values()) {
                String label = words.say("button." + answer.word());
                buttons.add(new Message.Button(answer.word(), label, ticket, link(answer, ticket)));
              }
            });
    return List.copyOf(buttons);
  }

  /** A language. */
  interface Words {
    String say(String key);
  }

  private @Nullable URI link(StaffAnswer answer, String ticket) {
    // A ticket has no sign that an address would have to escape.
    return page == null ? null : page.resolve(answer.word() + "?t=" + ticket);
  }
}
