package io.floorwalker.page;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An action that whoever has a page of the session open can be shown. */
record Offer(Action action, String session) {

  private static final Set<String> CHANNELS = Set.of("page", "chat");
  private static final String RECIPIENT = "session:";
  // Ids stand in addresses and in the lines of a stream.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:|-]{1,200}");

  /** Empty where an action is for somebody else, for another channel, or not to be carried out. */
  static Optional<Offer> of(Action action) {
    String recipient = action.getRecipientRef();
    if (!recipient.startsWith(RECIPIENT)
        || !action.getStatus().equals("planned")
        || action.getAudience() != Audience.CUSTOMER
        || !CHANNELS.contains(String.valueOf(action.getChannel()))) {
      return Optional.empty();
    }
    String session = recipient.substring(RECIPIENT.length());
    return isId(session) && isId(action.getActionId())
        ? Optional.of(new Offer(action, session))
        : Optional.empty();
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  String id() {
    return action.getActionId();
  }

  /** Half-open, as everywhere: at {@code expires_at} it is too late. */
  boolean isOpen(Instant now) {
    return now.isBefore(action.getExpiresAt());
  }
}
