package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import java.util.Optional;

/** The messages of one {@code thread_key} to one recipient, which answer the first of them. */
record Strand(String channel, String recipient, String key) {

  /** Empty for an action that stands alone. */
  static Optional<Strand> of(Action action) {
    return action.getThreadKey() == null || action.getChannel() == null
        ? Optional.empty()
        : Optional.of(
            new Strand(action.getChannel(), action.getRecipientRef(), action.getThreadKey()));
  }

  /** As it stands in state. */
  String text() {
    return channel + "\n" + recipient + "\n" + key;
  }
}
