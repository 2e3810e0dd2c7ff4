package io.floorwalker.local;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * An Avro record as JSON that people and tools can read: times ISO-8601, decimals as text, bytes
 * Base64. Fields without a value are left out.
 */
final class RecordJson {

  private RecordJson() {}

  static String of(IndexedRecord entry) {
    return Cells.json(fields(entry));
  }

  /** The fields in the order of the schema. */
  static Map<String, Object> fields(IndexedRecord entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : entry.getSchema().getFields()) {
      Object value = value(entry.get(field.pos()));
      if (value != null) {
        fields.put(field.name(), value);
      }
    }
    return fields;
  }

  private static @Nullable Object value(@Nullable Object value) {
    if (value instanceof IndexedRecord nested) {
      return fields(nested);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof ByteBuffer bytes) {
      byte[] copy = new byte[bytes.remaining()];
      bytes.duplicate().get(copy);
      return Base64.getEncoder().encodeToString(copy);
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(RecordJson::value).toList();
    }
    return value;
  }
}
