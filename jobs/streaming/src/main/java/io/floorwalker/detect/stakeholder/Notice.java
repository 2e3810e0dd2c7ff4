package io.floorwalker.detect.stakeholder;

import io.floorwalker.schema.Detection;
import io.floorwalker.source.RosterChange;
import org.jspecify.annotations.Nullable;

/**
 * What reaches the last stage: something that was found, or a bulk load that touched the contact;
 * exactly one of the two.
 *
 * @param key account_id|contact_id, without contact where a whole account is meant
 * @param rowAt {@code changed_at} of the row that held when it was found, milliseconds; null where
 *     none did
 * @param loadedAt {@code changed_at} of the contact's row in the bulk load, milliseconds
 */
public record Notice(
    String key, @Nullable Detection detection, @Nullable Long rowAt, @Nullable Long loadedAt) {

  static Notice found(Detection detection, @Nullable Long rowAt) {
    String contact = detection.getContactId();
    return new Notice(
        RosterChange.key(detection.getAccountId(), contact == null ? "" : contact),
        detection,
        rowAt,
        null);
  }

  static Notice loaded(String key, long changedAt) {
    return new Notice(key, null, null, changedAt);
  }

  /** The detection; only where something was found. */
  Detection found() {
    if (detection == null) {
      throw new IllegalStateException("a bulk load is no detection");
    }
    return detection;
  }

  /** When it was found: no finding stands before the row by which it was made. Milliseconds. */
  long foundAt() {
    long at = found().getDetectedAt().toEpochMilli();
    return rowAt == null ? at : Math.max(at, rowAt);
  }
}
