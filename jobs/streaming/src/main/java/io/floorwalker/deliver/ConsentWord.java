package io.floorwalker.deliver;

import io.floorwalker.schema.Consent;
import io.floorwalker.schema.ConsentState;
import io.floorwalker.schema.Purpose;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person says to one purpose on one channel.
 *
 * @param purpose in lower case
 * @param granted null where the row was removed and they say nothing any more
 */
public record ConsentWord(
    String person, String purpose, String channel, @Nullable Boolean granted) {

  /** A row of {@code cx.consent}, or its removal; empty where the key of a removed one is none. */
  public static Optional<ConsentWord> of(String topicKey, @Nullable Consent row) {
    if (row != null) {
      boolean granted = row.getState() == ConsentState.GRANTED;
      return Optional.of(
          new ConsentWord(row.getSubject(), word(row.getPurpose()), row.getChannel(), granted));
    }
    // From the end: a person may be account|contact.
    int channel = topicKey.lastIndexOf('|');
    int purpose = topicKey.lastIndexOf('|', channel - 1);
    return channel < 0 || purpose < 0
        ? Optional.empty()
        : Optional.of(
            new ConsentWord(
                topicKey.substring(0, purpose),
                topicKey.substring(purpose + 1, channel).toLowerCase(Locale.ROOT),
                topicKey.substring(channel + 1),
                null));
  }

  /** Of the same purpose and channel. */
  String subject() {
    return subject(purpose, channel);
  }

  static String subject(Purpose purpose, @Nullable String channel) {
    return subject(word(purpose), channel == null ? "" : channel);
  }

  private static String subject(String purpose, String channel) {
    return purpose + "." + channel;
  }

  private static String word(Purpose purpose) {
    return purpose.name().toLowerCase(Locale.ROOT);
  }
}
