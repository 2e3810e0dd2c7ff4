package io.floorwalker.lake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericArrayData;
import org.apache.flink.table.data.GenericMapData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.jspecify.annotations.Nullable;

/** Turns values of our records into Flink's table values. */
final class RowValues {
  private static final int MONEY_PRECISION = 18;
  private static final int MONEY_SCALE = 4;

  private RowValues() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value == null
        || value instanceof Number && !(value instanceof BigDecimal)
        || value instanceof Boolean) {
      return value;
    }
    if (value instanceof BigDecimal money) {
      return DecimalData.fromBigDecimal(money, MONEY_PRECISION, MONEY_SCALE);
    }
    if (value instanceof Instant time) {
      return TimestampData.fromInstant(time);
    }
    if (value instanceof List<?> texts) {
      return new GenericArrayData(
          texts.stream().map(text -> StringData.fromString(text.toString())).toArray());
    }
    if (value instanceof Map<?, ?> values) {
      return map(values);
    }
    return StringData.fromString(text(value));
  }

  private static String text(Object value) {
    return value instanceof Enum<?> word ? word(word) : value.toString();
  }

  /** The word for a phase, purpose, mode, ... in tables. */
  static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static GenericMapData map(Map<?, ?> values) {
    Map<Object, @Nullable Object> converted = new HashMap<>();
    values.forEach((key, value) -> converted.put(StringData.fromString(key.toString()), of(value)));
    return new GenericMapData(converted);
  }
}
