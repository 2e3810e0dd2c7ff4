package io.floorwalker.contract;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** Records filled by their schema. */
final class Samples {
  private Samples() {}

  /** Every field has a value, in nested records too. */
  static <T extends SpecificRecordBase> T full(Class<T> type) {
    return type.cast(record(SpecificData.get().getSchema(type), field -> true));
  }

  /** Only what has no default is set; the rest is as the schema says. */
  static <T extends SpecificRecordBase> T bare(Class<T> type) {
    return type.cast(record(SpecificData.get().getSchema(type), field -> !field.hasDefaultValue()));
  }

  private static SpecificRecordBase record(Schema schema, Predicate<Schema.Field> filled) {
    Class<?> type = SpecificData.get().getClass(schema);
    SpecificRecordBase record = (SpecificRecordBase) SpecificData.newInstance(type, schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(
          field.pos(),
          filled.test(field) ? value(field.schema(), filled) : byDefault(record, field));
    }
    return record;
  }

  private static @Nullable Object byDefault(SpecificRecordBase record, Schema.Field field) {
    return record.getSpecificData().getDefaultValue(field);
  }

  private static Object value(Schema schema, Predicate<Schema.Field> filled) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal) {
      return new BigDecimal("-12345678901234.5600");
    }
    if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
      return Instant.ofEpochMilli(1_700_000_000_123L);
    }
    return switch (schema.getType()) {
      case RECORD -> record(schema, filled);
      case UNION -> value(schema.getTypes().get(1), filled);
      case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(1), schema);
      case ARRAY -> List.of(value(schema.getElementType(), filled));
      case MAP -> Map.of("größe", value(schema.getValueType(), filled));
      case STRING -> "Grüße \uD83D\uDED2";
      case BYTES -> ByteBuffer.wrap(new byte[] {0, -1});
      case INT -> Integer.MIN_VALUE;
      case LONG -> Long.MIN_VALUE;
      case FLOAT -> -0.5f;
      case DOUBLE -> Math.PI;
      case BOOLEAN -> true;
      case FIXED, NULL -> throw new IllegalArgumentException("no such field in the contract");
    };
  }
}
