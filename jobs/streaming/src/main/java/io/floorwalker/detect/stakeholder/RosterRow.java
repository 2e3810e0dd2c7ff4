package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a contact's row in the roster. Times are milliseconds.
 *
 * @param version {@code roster_version}, else {@code changed_at} in ISO 8601
 */
public record RosterRow(
    String site,
    @Nullable String role,
    @Nullable String tier,
    boolean target,
    ContactStatus status,
    long changedAt,
    @Nullable Long awayUntil,
    @Nullable Long lastActivityAt,
    String version) {

  static RosterRow of(Account account) {
    return new RosterRow(
        account.getSite(),
        account.getRole(),
        account.getTier(),
        account.getTarget(),
        account.getStatus(),
        account.getChangedAt().toEpochMilli(),
        millis(account.getAwayUntil()),
        millis(account.getLastActivityAt()),
        account.getRosterVersion() == null
            ? account.getChangedAt().toString()
            : account.getRosterVersion());
  }

  /** The moment, or the end of the contact's absence where that is later. */
  long notBefore(long at) {
    return awayUntil == null ? at : Math.max(at, awayUntil);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
