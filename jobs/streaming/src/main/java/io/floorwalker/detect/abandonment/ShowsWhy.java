package io.floorwalker.detect.abandonment;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Interaction;
import org.jspecify.annotations.Nullable;

/** The events that are no activity of an intent and yet may tell why it is left. */
final class ShowsWhy {
  private static final int SLOW_PAINT_MS = 4_000;
  private static final int SLOW_REACTION_MS = 500;

  private ShowsWhy() {}

  static boolean is(CustomerEvent event) {
    return switch (event.getType()) {
      case EventTypes.COST_SHOWN,
          EventTypes.ACCOUNT_REQUIRED_SHOWN,
          EventTypes.SIGNED_IN,
          EventTypes.OUT_OF_STOCK_SHOWN,
          EventTypes.FIELD_ERROR ->
          true;
      case EventTypes.PAGE_VITALS -> isSlow(event);
      default -> false;
    };
  }

  private static boolean isSlow(CustomerEvent vitals) {
    Interaction measured = vitals.getInteraction();
    return measured != null
        && (isAbove(measured.getLcpMs(), SLOW_PAINT_MS)
            || isAbove(measured.getInpMs(), SLOW_REACTION_MS));
  }

  private static boolean isAbove(@Nullable Integer measured, int limit) {
    return measured != null && measured > limit;
  }
}
