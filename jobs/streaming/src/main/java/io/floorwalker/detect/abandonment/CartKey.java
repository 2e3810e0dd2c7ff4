package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.source.Received;
import java.util.Locale;
import org.apache.flink.api.java.functions.KeySelector;
import org.jspecify.annotations.Nullable;

/** Whose cart it is: the customer's, which outlives a visit, or the visit's. */
public enum CartKey implements KeySelector<Received, String> {
  CUSTOMER {
    @Override
    @Nullable String of(CustomerEvent event) {
      return event.getCustomerKey();
    }
  },
  SESSION {
    @Override
    @Nullable String of(CustomerEvent event) {
      return event.getSessionId();
    }
  };

  public static CartKey from(Settings settings) {
    return valueOf(settings.text(Keys.ABANDONMENT_KEY).toUpperCase(Locale.ROOT));
  }

  /** The key of an event; null where it has none and is nobody's cart. */
  abstract @Nullable String of(CustomerEvent event);

  @Override
  public String getKey(Received received) {
    String key = of(received.event());
    if (key == null) {
      throw new IllegalArgumentException("an event without a cart key came past the filter");
    }
    return key;
  }
}
