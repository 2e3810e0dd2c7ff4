package io.floorwalker.source;

import io.floorwalker.schema.Account;
import org.jspecify.annotations.Nullable;

/**
 * What the roster says of one contact from a moment on, with the position in the log.
 *
 * @param at {@code changed_at} of the row; of a removal, which has none, the timestamp of its Kafka
 *     record; milliseconds
 * @param row null where the contact was removed
 */
public record RosterChange(
    String account, String contact, long at, @Nullable Account row, int partition, long offset) {

  /** The key of the topic: account_id|contact_id. */
  public String key() {
    return key(account, contact);
  }

  /** The key of a contact at an account. */
  public static String key(String account, String contact) {
    return account + "|" + contact;
  }
}
