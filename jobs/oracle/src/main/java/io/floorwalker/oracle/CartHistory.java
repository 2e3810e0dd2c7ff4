package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The cart of one key over its whole history. The cart knows nothing of intents: it outlives
 * detections and is forgotten only when it was not touched for {@code cartKept}.
 */
final class CartHistory {

  private final long keptMs;

  CartHistory(long keptMs) {
    this.keptMs = keptMs;
  }

  /** Each event with its meaning and the cart after it; the events in canonical order. */
  List<Moment> of(List<CustomerEvent> events) {
    List<Moment> moments = new ArrayList<>();
    CartContents cart = CartContents.EMPTY;
    long touchedAt = Long.MIN_VALUE;
    for (CustomerEvent event : events) {
      long at = event.getOccurredAt().toEpochMilli();
      if (!cart.isEmpty() && at - touchedAt >= keptMs) {
        cart = CartContents.EMPTY;
      }
      cart = after(event, cart);
      moments.add(new Moment(event, meaning(event, cart), cart));
      if (Shopping.isActivity(event.getType())) {
        touchedAt = at;
      }
    }
    return moments;
  }

  private static CartContents after(CustomerEvent event, CartContents before) {
    if (SignIns.isTold(event)) {
      return CartContents.EMPTY;
    }
    return switch (event.getType()) {
      case EventTypes.PRODUCT_ADDED -> before.plus(event.getProduct());
      case EventTypes.PRODUCT_REMOVED -> before.minus(event.getProduct());
      case EventTypes.CART_UPDATED ->
          event.getCart() == null ? before : CartContents.of(event.getCart().getLines());
      case EventTypes.CART_CARRIED_OVER ->
          event.getCart() == null
              ? before
              : before.and(CartContents.of(event.getCart().getLines()));
      case EventTypes.CART_EMPTIED, EventTypes.ORDER_PLACED -> CartContents.EMPTY;
      default -> before;
    };
  }

  private static Moment.Meaning meaning(CustomerEvent event, CartContents after) {
    boolean ends =
        SignIns.isTold(event)
            || switch (event.getType()) {
              case EventTypes.ORDER_PLACED, EventTypes.CART_EMPTIED -> true;
              case EventTypes.PRODUCT_REMOVED -> after.isEmpty();
              case EventTypes.CART_UPDATED ->
                  event.getCart() != null && event.getCart().getLines().isEmpty();
              default -> false;
            };
    if (ends) {
      return Moment.Meaning.END;
    }
    return Shopping.isActivity(event.getType()) ? Moment.Meaning.ACTIVITY : Moment.Meaning.NOTHING;
  }
}
