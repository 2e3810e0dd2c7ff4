package io.floorwalker.ingest.format;

import io.floorwalker.contract.EventShape;
import io.floorwalker.contract.Family;
import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Fills the family that fits the type of an event. The vocabulary is that of Segment's e-commerce
 * spec, else the names of the schema; a source that has others renames them first.
 */
final class Families {
  /** Where the field of a family is looked for, in this order, unless under its own name. */
  private static final Map<String, List<String>> SPELLINGS =
      Map.ofEntries(
          Map.entry("ProductLine.product_id", List.of("product_id", "sku")),
          Map.entry("Checkout.shipping_cost", List.of("shipping_cost", "shipping")),
          Map.entry("Checkout.total", List.of("total", "value")),
          Map.entry("Payment.method", List.of("payment_method", "method")),
          Map.entry("Payment.code", List.of("code", "error_code")),
          Map.entry("Payment.amount", List.of("amount", "total", "value", "revenue")),
          Map.entry("Coupon.code", List.of("coupon_id", "coupon", "code", "coupon_name")),
          Map.entry("Order.net_value", List.of("revenue", "subtotal", "value")),
          Map.entry("Interaction.selector", List.of("selector", "element_id", "link_id")),
          Map.entry("Interaction.error", List.of("error", "message", "description")));

  private Families() {}

  /** Sets the family of the event's type; a cart only where the source says what is in it. */
  static void fill(CustomerEvent event, Fields source) throws MalformedRecord {
    EventShape shape = EventShape.all().get(event.getType());
    if (shape == null
        || shape.family() == Family.NONE
        || (shape.family() == Family.CART && source.objects("products").isEmpty())) {
      return;
    }
    Schema.Field family = CustomerEvent.getClassSchema().getField(shape.family().field());
    event.put(family.pos(), record(withoutNull(family.schema()), source));
  }

  /** The products that an event is about. */
  static List<ProductLine> products(Fields source) throws MalformedRecord {
    List<ProductLine> lines = new ArrayList<>();
    for (Fields product : source.objects("products")) {
      lines.add((ProductLine) record(ProductLine.getClassSchema(), product));
    }
    return lines;
  }

  private static SpecificRecord record(Schema schema, Fields source) throws MalformedRecord {
    SpecificRecord record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(schema, field, source));
    }
    return record;
  }

  private static @Nullable Object value(Schema family, Schema.Field field, Fields source)
      throws MalformedRecord {
    Schema schema = withoutNull(field.schema());
    if (schema.getType() == Schema.Type.ARRAY) {
      return schema.getElementType().getType() == Schema.Type.RECORD
          ? products(source)
          : coupons(source);
    }
    String path = family.getName() + "." + field.name();
    for (String name : SPELLINGS.getOrDefault(path, List.of(field.name()))) {
      String text = source.text(name);
      if (text != null) {
        return Value.of(name, text, schema);
      }
    }
    return null;
  }

  private static List<String> coupons(Fields source) throws MalformedRecord {
    String coupon = source.text("coupon");
    return coupon == null ? List.of() : List.of(coupon);
  }

  private static Schema withoutNull(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(branch -> branch.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }
}
