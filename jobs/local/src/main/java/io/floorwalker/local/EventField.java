package io.floorwalker.local;

import io.floorwalker.contract.EventShape;
import io.floorwalker.contract.Family;
import io.floorwalker.schema.CustomerEvent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A field of {@link CustomerEvent} that a text can be written to.
 *
 * @param path {@code user_id}, or with its family before it: {@code product.price}
 * @param family the nested record that holds it, if one does
 */
record EventField(String path, Schema.@Nullable Field family, Schema.Field field) {
  private static final Set<String> FAMILIES =
      Arrays.stream(Family.values()).map(Family::field).collect(Collectors.toUnmodifiableSet());

  /** Whether an event of this type may carry the field: at most the family that fits is set. */
  boolean fits(String type) {
    if (family == null || !FAMILIES.contains(family.name())) {
      return true;
    }
    EventShape shape = EventShape.all().get(type);
    return shape != null && shape.family().field().equals(family.name());
  }

  void put(CustomerEvent event, String text, TimeFormat time) throws BadRow {
    Object value = FieldText.read(this, text, time);
    if (family == null) {
      event.put(field.pos(), value);
    } else {
      nested(event, family).put(field.pos(), value);
    }
  }

  private static SpecificRecord nested(CustomerEvent event, Schema.Field family) {
    SpecificRecord record = (SpecificRecord) event.get(family.pos());
    if (record == null) {
      Schema schema = FieldText.withoutNull(family.schema());
      record = (SpecificRecord) SpecificData.get().newRecord(null, schema);
      for (Schema.Field each : schema.getFields()) {
        record.put(each.pos(), SpecificData.get().getDefaultValue(each));
      }
      event.put(family.pos(), record);
    }
    return record;
  }
}
