package io.floorwalker.ingest.privacy;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Order;
import java.util.HashMap;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What is left of the events of people who did not agree: that there was an order, of nobody. */
final class WithoutConsent {
  private static final String DENIED = "denied";
  private static final Set<String> COUNTED =
      Set.of(EventTypes.ORDER_PLACED, EventTypes.ORDER_CANCELLED, EventTypes.ORDER_REFUNDED);

  private WithoutConsent() {}

  static boolean isOf(CustomerEvent event) {
    Context context = event.getContext();
    return context != null && DENIED.equalsIgnoreCase(context.getConsent());
  }

  static boolean isCounted(CustomerEvent event) {
    return COUNTED.contains(event.getType());
  }

  /**
   * Leaves time, type, source, site and the order under a pseudonym, without which it would count
   * twice.
   */
  static void reduce(CustomerEvent event, Hiding hiding) {
    Order order = event.getOrder();
    for (Schema.Field field : event.getSchema().getFields()) {
      if (field.schema().isNullable()) {
        event.put(field.pos(), null);
      }
    }
    event.setEventId(hiding.word(event.getEventId()));
    event.setExt(new HashMap<>());
    event.setContext(Context.newBuilder().setConsent(DENIED).build());
    event.setOrder(Order.newBuilder().setOrderId(hiddenId(order, hiding)).build());
  }

  private static @Nullable String hiddenId(@Nullable Order order, Hiding hiding) {
    String id = order == null ? null : order.getOrderId();
    return id == null ? null : hiding.named(id);
  }
}
