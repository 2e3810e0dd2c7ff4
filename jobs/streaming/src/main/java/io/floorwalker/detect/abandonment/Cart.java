package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.detect.IntentActivity;
import io.floorwalker.schema.CustomerEvent;
import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A customer's cart: what lies in it, and the intent that is open, if any. Pure; {@code CartStep}
 * keeps it.
 *
 * @param touchedAt time of the last activity, milliseconds; the lines are forgotten some days after
 *     it
 */
public record Cart(CartLines lines, long touchedAt, @Nullable Intent intent) {
  static final Cart EMPTY = new Cart(CartLines.EMPTY, 0, null);

  /** When an intent counts as abandoned at each stage, and how long lines are remembered. */
  public record Timing(
      Duration cartAfter, Duration checkoutAfter, Duration paymentAfter, Duration keptFor)
      implements Serializable {

    static Timing from(Settings settings) {
      return new Timing(
          settings.duration(Keys.CART_AFTER),
          settings.duration(Keys.CHECKOUT_AFTER),
          settings.duration(Keys.PAYMENT_AFTER),
          settings.duration(Keys.CART_KEPT));
    }

    Duration abandonedAfter(Stage stage) {
      return switch (stage) {
        case CART -> cartAfter;
        case CHECKOUT -> checkoutAfter;
        case PAYMENT -> paymentAfter;
      };
    }
  }

  /** The cart after this event, which is the next in canonical order. */
  Cart after(CustomerEvent event, Timing timing) {
    long at = event.getOccurredAt().toEpochMilli();
    Cart before = isForgottenAt(at, timing) ? EMPTY : this;
    CartLines after = before.lines.after(event);
    if (endsIntent(event, after)) {
      return new Cart(after, at, null);
    }
    Intent open = before.openAt(at, timing);
    if (!IntentActivity.is(event.getType())) {
      return open == null ? before : before.with(open.with(open.hints().after(event)));
    }
    Stage shown = Stage.of(event.getType());
    boolean pending = event.getType().equals(EventTypes.PAYMENT_PENDING);
    Intent next =
        open == null
            ? new Intent(shown, at, at, event.getEventId(), pending, Hints.NONE.after(event))
            : new Intent(
                open.stage().atLeast(shown),
                open.openedAt(),
                at,
                event.getEventId(),
                pending,
                open.hints().after(event));
    return new Cart(after, at, next);
  }

  /** What tells why is no activity: the cart is as old as before. */
  private Cart with(Intent wiser) {
    return new Cart(lines, touchedAt, wiser);
  }

  boolean isEmpty() {
    return lines.isEmpty() && intent == null;
  }

  boolean isForgottenAt(long at, Timing timing) {
    return at >= touchedAt + timing.keptFor().toMillis();
  }

  /** The intent, unless its one detection has ended it before this moment. */
  @Nullable Intent openAt(long at, Timing timing) {
    if (intent == null || intent.pending()) {
      return intent;
    }
    return at < intent.deadline(timing) ? intent : null;
  }

  private static boolean endsIntent(CustomerEvent event, CartLines after) {
    return switch (event.getType()) {
      case EventTypes.ORDER_PLACED, EventTypes.CART_EMPTIED -> true;
      case EventTypes.PRODUCT_REMOVED -> after.isEmpty();
      case EventTypes.CART_UPDATED, EventTypes.CART_CARRIED_OVER ->
          event.getCart() != null && event.getCart().getLines().isEmpty();
      default -> false;
    };
  }
}
