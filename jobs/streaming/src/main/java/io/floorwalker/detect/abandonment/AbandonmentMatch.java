package io.floorwalker.detect.abandonment;

import java.util.List;
import java.util.Map;

/** A match of {@link Abandonment}, read by the names of its stages. */
record AbandonmentMatch(Map<String, List<CartActivity>> stages) {

  CartActivity lastActivity() {
    List<CartActivity> found = stages.get(Abandonment.LAST_ACTIVITY);
    if (found == null) {
      throw new IllegalStateException("a match without its first stage");
    }
    return found.get(0);
  }
}
