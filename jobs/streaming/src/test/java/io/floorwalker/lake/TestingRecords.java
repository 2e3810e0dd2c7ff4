package io.floorwalker.lake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Records in which every field has a value, nested records too; texts are the field's name. */
final class TestingRecords {
  static final Instant AT = Instant.parse("2026-03-02T10:00:00.123Z");

  private TestingRecords() {}

  static <T extends SpecificRecordBase> T full(Class<T> type) {
    return type.cast(record(SpecificData.get().getSchema(type)));
  }

  private static SpecificRecordBase record(Schema schema) {
    Class<?> type = SpecificData.get().getClass(schema);
    SpecificRecordBase record = (SpecificRecordBase) SpecificData.newInstance(type, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), value(field.schema(), field.name()));
    }
    return record;
  }

  private static Object value(Schema schema, String name) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal) {
      return new BigDecimal("12.3400");
    }
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return AT;
    }
    return switch (schema.getType()) {
      case RECORD -> record(schema);
      case UNION -> value(schema.getTypes().get(1), name);
      case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(1), schema);
      case ARRAY -> List.of(value(schema.getElementType(), name));
      case MAP -> Map.of(name, value(schema.getValueType(), name));
      case STRING -> name;
      case INT -> 7;
      case LONG -> 8L;
      case DOUBLE -> 0.25;
      case BOOLEAN -> true;
      case BYTES, FIXED, FLOAT, NULL ->
          throw new IllegalArgumentException("no table holds " + schema);
    };
  }
}
