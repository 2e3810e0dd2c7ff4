package io.floorwalker.contract;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Walks the fields of a schema, nested ones by a dotted path, each with its type inside union,
 * array or map.
 */
final class SchemaFields {
  private SchemaFields() {}

  static void walk(Schema schema, BiConsumer<String, Schema> visitor) {
    walk("", schema, visitor);
  }

  /** Logical type by path; none is written as "none". */
  static Map<String, String> logicalTypes(Schema schema) {
    Map<String, String> types = new TreeMap<>();
    walk(schema, (path, type) -> types.put(path, logicalType(type)));
    return types;
  }

  private static String logicalType(Schema type) {
    if (type.getLogicalType() == null) {
      return "none";
    }
    return type.getLogicalType() instanceof LogicalTypes.Decimal decimal
        ? "decimal(%d, %d)".formatted(decimal.getPrecision(), decimal.getScale())
        : type.getLogicalType().getName();
  }

  private static void walk(String path, Schema schema, BiConsumer<String, Schema> visitor) {
    switch (schema.getType()) {
      case RECORD -> {
        for (Schema.Field field : schema.getFields()) {
          walk(path.isEmpty() ? field.name() : path + "." + field.name(), field.schema(), visitor);
        }
      }
      case UNION -> walk(path, schema.getTypes().get(1), visitor);
      case ARRAY -> walk(path, schema.getElementType(), visitor);
      case MAP -> walk(path, schema.getValueType(), visitor);
      default -> visitor.accept(path, schema);
    }
  }
}
