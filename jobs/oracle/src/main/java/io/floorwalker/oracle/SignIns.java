package io.floorwalker.oracle;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Cart;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.List;

/**
 * What visitors take along when they sign in: the lines of the cart, or an intent without lines, at
 * the time of the sign-in. The intent of the visitor ends there silently.
 */
record SignIns(Sites sites) {

  /** True where an event says to a visitor's own key who the visitor is. */
  static boolean isTold(CustomerEvent event) {
    return event.getType().equals(EventTypes.IDENTITY_LINKED)
        && event.getAnonymousId() != null
        && event.getUserId() != null
        && event.getAnonymousId().equals(event.getCustomerKey())
        && !event.getAnonymousId().equals(event.getUserId());
  }

  /** The events that one key, its events in canonical order, gives to others. */
  List<CustomerEvent> carriedOver(List<CustomerEvent> ofOneKey) {
    List<CustomerEvent> carried = new ArrayList<>();
    for (int position = 0; position < ofOneKey.size(); position++) {
      CustomerEvent event = ofOneKey.get(position);
      if (isTold(event)) {
        List<Moment> before = new CartHistory(sites.keptMs()).of(ofOneKey.subList(0, position));
        long at = event.getOccurredAt().toEpochMilli();
        CartContents cart = cartAt(at, before);
        if (!cart.isEmpty() || isOpen(at, before)) {
          carried.add(event(event, cart));
        }
      }
    }
    return carried;
  }

  private CartContents cartAt(long at, List<Moment> before) {
    long touchedAt =
        before.stream()
            .filter(moment -> Shopping.isActivity(moment.event().getType()))
            .mapToLong(Moment::at)
            .max()
            .orElse(Long.MIN_VALUE);
    boolean isForgotten = before.isEmpty() || at - sites.keptMs() >= touchedAt;
    return isForgotten ? CartContents.EMPTY : before.get(before.size() - 1).cart();
  }

  private boolean isOpen(long at, List<Moment> before) {
    List<Intent> intents = Intent.split(before, sites);
    if (intents.isEmpty()) {
      return false;
    }
    Intent last = intents.get(intents.size() - 1);
    long patience =
        last.last().isPending()
            ? sites.keptMs()
            : sites.at(last.last().event()).afterMs(last.stage());
    return last.last().isActivity() && at - last.last().at() < patience;
  }

  private static CustomerEvent event(CustomerEvent link, CartContents cart) {
    List<ProductLine> lines = new ArrayList<>();
    for (CartLine line : cart.lines()) {
      lines.add(
          ProductLine.newBuilder()
              .setProductId(line.productId())
              .setVariant(line.variant())
              .setQuantity((int) Math.min(Integer.MAX_VALUE, line.quantity()))
              .setPrice(line.price())
              .setCurrency(line.currency())
              .build());
    }
    return CustomerEvent.newBuilder(link)
        .setType(EventTypes.CART_CARRIED_OVER)
        .setCustomerKey(link.getUserId())
        .setCart(Cart.newBuilder().setLines(lines).build())
        .build();
  }
}
