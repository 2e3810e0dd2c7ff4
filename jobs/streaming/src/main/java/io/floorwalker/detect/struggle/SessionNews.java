package io.floorwalker.detect.struggle;

import io.floorwalker.schema.Detection;
import org.jspecify.annotations.Nullable;

/** What the last step of a session is told: a detection, or an order that came late. */
public record SessionNews(String key, @Nullable Detection found, @Nullable LateOrder order) {

  static SessionNews of(Detection found) {
    return new SessionNews(found.getKey(), found, null);
  }

  static SessionNews of(LateOrder order) {
    return new SessionNews(order.session(), null, order);
  }
}
