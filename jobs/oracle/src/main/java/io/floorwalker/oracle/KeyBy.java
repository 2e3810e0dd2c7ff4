package io.floorwalker.oracle;

import io.floorwalker.schema.CustomerEvent;
import org.jspecify.annotations.Nullable;

/** What an abandonment intent belongs to: the person, or one visit. */
public enum KeyBy {
  /** customer_key; before ingest has set it, user_id, else anonymous_id. */
  CUSTOMER {
    @Override
    @Nullable String of(CustomerEvent event) {
      if (event.getCustomerKey() != null) {
        return event.getCustomerKey();
      }
      return event.getUserId() != null ? event.getUserId() : event.getAnonymousId();
    }
  },

  /** session_id. */
  SESSION {
    @Override
    @Nullable String of(CustomerEvent event) {
      return event.getSessionId();
    }
  };

  /** The key of the event, or null when it has none and no rule can see it. */
  abstract @Nullable String of(CustomerEvent event);
}
