package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Tuned;
import io.floorwalker.schema.CustomerEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How things went with one key's cart, as the patterns would say it. Pure.
 *
 * @param cart at the end
 * @param left what nobody came back to, so far as one can say at the end, by intent
 * @param last the newest of them, to which somebody may still come back; null where there is none
 */
record Course(Cart cart, Map<String, IntentNews> left, @Nullable IntentNews last) {

  /** The course from this cart through these events, which are in canonical order. */
  static Course of(String key, Cart start, List<CustomerEvent> events, Tuned<Cart.Timing> timing) {
    Map<String, IntentNews> left = new LinkedHashMap<>();
    Cart cart = start;
    @Nullable IntentNews last = null;
    for (CustomerEvent event : events) {
      CartChange change = CartChange.of(key, cart, event, timing);
      Optional<CartActivity> activity = change.activity(timing);
      if (activity.isPresent()) {
        keep(left, last, change.at());
        last =
            activity
                .filter(CartActivity::falls)
                .map(a -> IntentNews.left(a, timing.at(a.origin().site())))
                .orElse(null);
      } else if (last != null) {
        last = change.cameToLight(timing).map(last::wiser).orElse(last);
      }
      cart = change.after();
    }
    keep(left, last, Long.MAX_VALUE);
    return new Course(cart, left, last);
  }

  private static void keep(
      Map<String, IntentNews> left, @Nullable IntentNews last, long comesBackAt) {
    if (last != null && comesBackAt >= last.deadline()) {
      left.put(last.intent(), last);
    }
  }
}
