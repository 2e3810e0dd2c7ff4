package io.floorwalker.oracle;

import io.floorwalker.schema.Account;
import org.jspecify.annotations.Nullable;

/**
 * What the roster says of a contact from a time on.
 *
 * @param row null: the contact is removed
 * @param at from here on, UTC ms
 */
public record RosterChange(String accountId, String contactId, @Nullable Account row, long at) {

  /** The row, from its changed_at on. */
  public static RosterChange of(Account row) {
    return new RosterChange(
        row.getAccountId(), row.getContactId(), row, row.getChangedAt().toEpochMilli());
  }

  /** No row any more. */
  public static RosterChange removed(String accountId, String contactId, long at) {
    return new RosterChange(accountId, contactId, null, at);
  }

  String key() {
    return accountId + "|" + contactId;
  }
}
