package io.floorwalker.detect;

import io.floorwalker.contract.EventTypes;
import java.util.Set;
import java.util.stream.Collectors;

/** The event types that show an intent to buy; views do not count. */
public final class IntentActivity {
  private static final Set<String> TYPES =
      EventTypes.all().stream()
          .filter(IntentActivity::showsIntent)
          .collect(Collectors.toUnmodifiableSet());

  private IntentActivity() {}

  public static boolean is(String type) {
    return TYPES.contains(type);
  }

  private static boolean showsIntent(String type) {
    return switch (type) {
      case EventTypes.PRODUCT_ADDED,
          EventTypes.PRODUCT_REMOVED,
          EventTypes.CART_UPDATED,
          EventTypes.CART_CARRIED_OVER ->
          true;
      default ->
          type.startsWith("checkout_") || type.startsWith("payment_") || type.startsWith("coupon_");
    };
  }
}
