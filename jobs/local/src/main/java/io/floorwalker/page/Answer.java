package io.floorwalker.page;

import io.floorwalker.schema.OutcomeKind;
import java.util.Locale;
import java.util.Optional;

/** What a page says about an offer, each once. */
enum Answer {
  /** Asked before the offer is shown: who is told no does not show it. */
  SHOWN(OutcomeKind.SHOWN),
  CLICKED(OutcomeKind.CLICKED),
  DISMISSED(OutcomeKind.DISMISSED),
  CHAT_ACCEPTED(OutcomeKind.CHAT_ACCEPTED);

  private final OutcomeKind kind;

  Answer(OutcomeKind kind) {
    this.kind = kind;
  }

  OutcomeKind kind() {
    return kind;
  }

  /** By its word in an address: {@code chat_accepted}. */
  static Optional<Answer> named(String word) {
    for (Answer answer : values()) {
      if (answer.word().equals(word)) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
