package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a contact's row in the roster. Times are milliseconds. A row that says removed is
 * as none: only that, and the activity that it knows of, is kept.
 *
 * @param version {@code roster_version}, else {@code changed_at} in ISO 8601
 * @param timeZone null where there is none or nobody knows it
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
    String version,
    @Nullable String timeZone) {

  static RosterRow of(Account account) {
    boolean isRemoval = account.getStatus() == ContactStatus.REMOVED;
    return new RosterRow(
        isRemoval ? "" : account.getSite(),
        isRemoval ? null : account.getRole(),
        isRemoval ? null : account.getTier(),
        account.getTarget(),
        account.getStatus(),
        account.getChangedAt().toEpochMilli(),
        isRemoval ? null : millis(account.getAwayUntil()),
        millis(account.getLastActivityAt()),
        account.getRosterVersion() == null
            ? account.getChangedAt().toString()
            : account.getRosterVersion(),
        isRemoval || hasUnknownZone(account) ? null : account.getTimeZone());
  }

  boolean isRemoval() {
    return status == ContactStatus.REMOVED;
  }

  /** Whether the row names a time zone that this Java does not know. */
  static boolean hasUnknownZone(Account account) {
    try {
      if (account.getTimeZone() != null) {
        var unused = ZoneId.of(account.getTimeZone());
      }
      return false;
    } catch (DateTimeException e) {
      return true;
    }
  }

  /** Where the contact's working days begin and end. */
  ZoneId zone() {
    return timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone);
  }

  /** The moment, or the end of the contact's absence where that is later. */
  long notBefore(long at) {
    return awayUntil == null ? at : Math.max(at, awayUntil);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
