package io.floorwalker.deliver.feedback;

import io.floorwalker.schema.OutcomeKind;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What staff can answer to a message, a button each. */
public enum StaffAnswer {
  DONE(OutcomeKind.DONE),
  SNOOZE(OutcomeKind.SNOOZED),
  NOT_USEFUL(OutcomeKind.NOT_USEFUL);

  /** How long a snooze lasts. */
  static final Duration SNOOZE_LASTS = Duration.ofDays(7);

  private final OutcomeKind kind;

  StaffAnswer(OutcomeKind kind) {
    this.kind = kind;
  }

  OutcomeKind kind() {
    return kind;
  }

  /** By its word in an address or a button: {@code not_useful}. */
  public static Optional<StaffAnswer> named(String word) {
    for (StaffAnswer answer : values()) {
      if (answer.word().equals(word)) {
        return Optional.of(answer);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
