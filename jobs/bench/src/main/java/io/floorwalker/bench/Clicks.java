package io.floorwalker.bench;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Interaction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the naive patterns ask of clicks. */
final class Clicks {
  private static final List<String> QUIET =
      List.of(
          "input",
          "textarea",
          "qty",
          "quantity",
          "stepper",
          "next",
          "prev",
          "datepicker",
          "calendar",
          "gallery",
          "carousel",
          "no-rage-click");
  private static final int RADIUS = 50;

  private Clicks() {}

  static boolean isLoud(CustomerEvent event) {
    return event.getType().equals(EventTypes.ELEMENT_CLICKED) && !isQuiet(event.getInteraction());
  }

  static boolean isSameElement(CustomerEvent one, CustomerEvent other) {
    Interaction here = one.getInteraction();
    Interaction there = other.getInteraction();
    if (here == null || there == null) {
      return false;
    }
    boolean same = here.getSelector() != null && here.getSelector().equals(there.getSelector());
    return same || isNear(here, there);
  }

  static boolean isSoonAfter(CustomerEvent before, CustomerEvent now) {
    return now.getOccurredAt().toEpochMilli() - before.getOccurredAt().toEpochMilli() <= 1_000;
  }

  private static boolean isNear(Interaction here, Interaction there) {
    if (here.getX() == null
        || here.getY() == null
        || there.getX() == null
        || there.getY() == null) {
      return false;
    }
    return Math.hypot(here.getX() - there.getX(), here.getY() - there.getY()) <= RADIUS;
  }

  private static boolean isQuiet(@Nullable Interaction touched) {
    if (touched == null || touched.getSelector() == null) {
      return false;
    }
    String selector = touched.getSelector().toLowerCase(Locale.ROOT);
    return QUIET.stream().anyMatch(selector::contains);
  }
}
