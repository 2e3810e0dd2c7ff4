package io.floorwalker.local;

import io.floorwalker.schema.CustomerEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as it goes to {@code cx.raw.canonical}: its key and its encoded value. */
record RawEvent(long occurredAtMs, @Nullable String key, byte[] value) {

  Instant at() {
    return Instant.ofEpochMilli(occurredAtMs);
  }

  /**
   * anonymous_id; where a source has neither that nor sessions, whoever or whichever product else
   * the event is about, so that the events of one stay in one partition.
   */
  static @Nullable String keyWithoutSession(CustomerEvent event) {
    if (event.getAnonymousId() != null) {
      return event.getAnonymousId();
    }
    if (event.getUserId() != null) {
      return event.getUserId();
    }
    if (event.getAccountId() != null) {
      return event.getAccountId()
          + "|"
          + (event.getContactId() == null ? "" : event.getContactId());
    }
    return event.getStock() == null
        ? null
        : event.getSite() + "|" + event.getStock().getProductId();
  }
}
