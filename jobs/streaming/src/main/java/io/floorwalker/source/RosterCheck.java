package io.floorwalker.source;

import io.floorwalker.schema.Account;
import io.floorwalker.source.Admission.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a row of the roster can be used. No ingest stands before this topic, so that its readers
 * are its door.
 */
final class RosterCheck {
  /** How far a clock may run ahead of the record's before its row is refused; as for events. */
  private static final Duration TOLERATED_AHEAD = Duration.ofMinutes(5);

  private RosterCheck() {}

  /** Why the row is refused; empty where it can be used. */
  static Optional<Refusal> of(Account row, String key, long appendedAt) {
    if (row.getAccountId().isBlank() || row.getContactId().isBlank()) {
      return refused("field", "account_id or contact_id is empty");
    }
    if (!RosterChange.key(row.getAccountId(), row.getContactId()).equals(key)) {
      return refused("key", "the key is not account_id|contact_id: nothing could remove the row");
    }
    if (row.getChangedAt().toEpochMilli() <= 0) {
      return refused("time", "changed_at is not after 1970");
    }
    if (isAhead(row.getChangedAt(), appendedAt) || isAhead(row.getLastActivityAt(), appendedAt)) {
      return refused(
          "time", "changed_at or last_activity_at is more than 300 s ahead of the record");
    }
    return Optional.empty();
  }

  private static boolean isAhead(@Nullable Instant time, long appendedAt) {
    return time != null && time.toEpochMilli() - appendedAt > TOLERATED_AHEAD.toMillis();
  }

  private static Optional<Refusal> refused(String deadLetterClass, String reason) {
    return Optional.of(new Refusal(deadLetterClass, reason));
  }
}
