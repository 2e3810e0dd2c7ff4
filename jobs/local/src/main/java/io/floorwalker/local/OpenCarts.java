package io.floorwalker.local;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How many carts are open, counted beside the jobs from the events that ingest let through: carts
 * with something in them, touched less than T before the newest event. The job's own state cannot
 * be read while it runs. Counts in the order of arrival and does not drop repeats, so that it may
 * be off by a few; nothing else is made of it.
 */
final class OpenCarts {

  private final long afterMillis;
  private final Map<String, Cart> carts = new HashMap<>();
  private long newest;

  OpenCarts(Duration after) {
    this.afterMillis = after.toMillis();
  }

  void see(CustomerEvent event) {
    long at = event.getOccurredAt().toEpochMilli();
    newest = Math.max(newest, at);
    String key = event.getCustomerKey();
    if (key == null) {
      return;
    }
    switch (event.getType()) {
      case EventTypes.PRODUCT_ADDED -> change(key, event, quantity(event, 1));
      case EventTypes.PRODUCT_REMOVED -> change(key, event, -quantity(event, Integer.MAX_VALUE));
      case EventTypes.CART_UPDATED -> replace(key, event);
      case EventTypes.CART_EMPTIED, EventTypes.ORDER_PLACED -> carts.remove(key);
      default -> {
        Cart cart = carts.get(key);
        if (cart != null && !event.getType().endsWith("_viewed")) {
          cart.touchedAt = Math.max(cart.touchedAt, at);
        }
      }
    }
  }

  int count() {
    carts.values().removeIf(cart -> cart.touchedAt + afterMillis <= newest);
    return carts.size();
  }

  private void change(String key, CustomerEvent event, int pieces) {
    Cart cart = carts.computeIfAbsent(key, unused -> new Cart());
    cart.touchedAt = event.getOccurredAt().toEpochMilli();
    ProductLine product = event.getProduct();
    String line = product == null ? "" : product.getProductId() + "|" + product.getVariant();
    cart.pieces.merge(line, pieces, Integer::sum);
    cart.pieces.values().removeIf(left -> left <= 0);
    if (cart.pieces.isEmpty()) {
      carts.remove(key);
    }
  }

  private void replace(String key, CustomerEvent event) {
    if (event.getCart() == null) {
      return;
    }
    Cart cart = new Cart();
    cart.touchedAt = event.getOccurredAt().toEpochMilli();
    for (ProductLine line : event.getCart().getLines()) {
      cart.pieces.put(line.getProductId() + "|" + line.getVariant(), 1);
    }
    if (cart.pieces.isEmpty()) {
      carts.remove(key);
    } else {
      carts.put(key, cart);
    }
  }

  private static int quantity(CustomerEvent event, int unknown) {
    ProductLine product = event.getProduct();
    return product == null || product.getQuantity() == null ? unknown : product.getQuantity();
  }

  private static final class Cart {
    private final Map<String, Integer> pieces = new HashMap<>();
    private long touchedAt;
  }
}
