package io.floorwalker.lake;

import io.floorwalker.schema.CustomerEvent;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Where each column of {@code events} stands in an event: at the top, in its context, or in the
 * family that its type carries. The first place that has a value wins.
 */
final class EventColumns implements Rows.ColumnOf<CustomerEvent> {
  private static final long serialVersionUID = 1L;

  private static final Map<String, List<String>> PLACES =
      Map.ofEntries(
          Map.entry("release", List.of("context.release")),
          Map.entry("device_class", List.of("context.device_class")),
          Map.entry("country", List.of("context.country")),
          Map.entry("time_zone", List.of("context.time_zone")),
          Map.entry("page", List.of("context.page")),
          Map.entry("order_id", List.of("order.order_id")),
          Map.entry("product_id", List.of("product.product_id", "stock.product_id")),
          Map.entry("category", List.of("product.category")),
          Map.entry("quantity", List.of("product.quantity")),
          Map.entry("price", List.of("product.price", "stock.price_after")),
          Map.entry(
              "value",
              List.of(
                  "order.net_value",
                  "cart.value",
                  "checkout.total",
                  "payment.amount",
                  "portal.value")),
          Map.entry(
              "currency",
              List.of(
                  "order.currency",
                  "cart.currency",
                  "checkout.currency",
                  "payment.currency",
                  "product.currency",
                  "portal.currency",
                  "stock.currency")),
          Map.entry("coupon", List.of("coupon.code")),
          Map.entry("step", List.of("checkout.step")),
          Map.entry("element", List.of("interaction.selector")),
          Map.entry("field", List.of("form.field")),
          Map.entry(
              "code", List.of("payment.code", "form.code", "coupon.reason", "interaction.error")),
          Map.entry("reaction_ms", List.of("interaction.reaction_ms")));

  @Override
  public @Nullable Object apply(CustomerEvent event, String column) {
    if (column.equals("job")) {
      return "lake";
    }
    for (String place : places(column)) {
      Object value = at(event, place);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** Where a column is looked for, in this order; paths from the event. */
  static List<String> places(String column) {
    return column.equals("job") ? List.of() : PLACES.getOrDefault(column, List.of(column));
  }

  /** Whether an event has such a place. */
  static boolean exists(String place) {
    Schema schema = CustomerEvent.getClassSchema();
    for (String name : place.split("\\.", -1)) {
      Schema.Field field = schema.getField(name);
      if (field == null) {
        return false;
      }
      schema = field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
    }
    return true;
  }

  private static @Nullable Object at(CustomerEvent event, String place) {
    int dot = place.indexOf('.');
    return dot < 0
        ? Rows.field(event, place)
        : Rows.field(
            (SpecificRecordBase) Rows.field(event, place.substring(0, dot)),
            place.substring(dot + 1));
  }
}
