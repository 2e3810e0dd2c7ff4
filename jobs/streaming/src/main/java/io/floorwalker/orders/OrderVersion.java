package io.floorwalker.orders;

import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order as it stood after one of its events.
 *
 * @param number 1, 2, 3, ... in the order of the events
 * @param placedAt when it was placed, milliseconds; null while no event has said so
 * @param event the event that made the version; what it does not say of the order is as before
 */
public record OrderVersion(int number, @Nullable Long placedAt, CustomerEvent event) {

  /** The version after one more event; {@code before} is null for the first. */
  static OrderVersion after(@Nullable OrderVersion before, CustomerEvent event) {
    OrderStatus status = OrderStatus.of(event.getType());
    Long placed = status == OrderStatus.PLACED ? event.getOccurredAt().toEpochMilli() : null;
    if (before == null) {
      return new OrderVersion(1, placed, event);
    }
    return new OrderVersion(
        before.number + 1,
        before.placedAt == null ? placed : before.placedAt,
        whole(event, before));
  }

  public OrderStatus status() {
    return OrderStatus.of(event.getType());
  }

  private static CustomerEvent whole(CustomerEvent event, OrderVersion before) {
    CustomerEvent first = before.event;
    CustomerEvent.Builder whole = CustomerEvent.newBuilder(event);
    // Whose order it is was said first; a refund comes from another desk, in another session.
    if (first.getCustomerKey() != null) {
      whole.setCustomerKey(first.getCustomerKey());
    }
    if (first.getAccountId() != null) {
      whole.setAccountId(first.getAccountId());
    }
    if (first.getSessionId() != null) {
      whole.setSessionId(first.getSessionId());
    }
    return whole.setOrder(filled(event.getOrder(), first.getOrder())).build();
  }

  private static Order filled(Order order, Order before) {
    Order filled = Order.newBuilder(order).build();
    filled.getSchema().getFields().stream()
        .mapToInt(field -> field.pos())
        .filter(position -> saysNothing(filled.get(position)))
        .forEach(position -> filled.put(position, before.get(position)));
    return filled;
  }

  private static boolean saysNothing(@Nullable Object value) {
    return value == null || value instanceof List<?> list && list.isEmpty();
  }
}
