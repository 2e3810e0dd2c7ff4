package io.floorwalker.local;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * The text of a cell as the value of a field; decimals are rounded half up to the field's scale.
 */
final class FieldText {
  private FieldText() {}

  /** Whether values of this schema have a text form. */
  static boolean exists(Schema schema) {
    Schema value = withoutNull(schema);
    return switch (value.getType()) {
      case STRING, INT, LONG, BOOLEAN -> true;
      case BYTES -> value.getLogicalType() instanceof LogicalTypes.Decimal;
      default -> false;
    };
  }

  static Object read(EventField field, String text, TimeFormat time) throws BadRow {
    Schema schema = withoutNull(field.field().schema());
    try {
      return switch (schema.getType()) {
        case STRING -> text;
        case INT -> Decimals.parse(text).intValueExact();
        case LONG ->
            schema.getLogicalType() == null
                ? (Object) Decimals.parse(text).longValueExact()
                : time.parse(field.path(), text);
        case BOOLEAN -> flag(field, text);
        case BYTES -> money(text, (LogicalTypes.Decimal) schema.getLogicalType());
        default -> throw new IllegalStateException("no text form for " + schema);
      };
    } catch (ArithmeticException | NumberFormatException e) {
      throw new BadRow("%s \"%s\" is not %s".formatted(field.path(), text, wanted(schema)));
    }
  }

  static Schema withoutNull(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(branch -> branch.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }

  private static boolean flag(EventField field, String text) throws BadRow {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> true;
      case "false", "0", "no" -> false;
      default -> throw new BadRow("%s \"%s\" is not true or false".formatted(field.path(), text));
    };
  }

  private static BigDecimal money(String text, LogicalTypes.Decimal type) {
    BigDecimal rounded = Decimals.parse(text).setScale(type.getScale(), RoundingMode.HALF_UP);
    if (rounded.precision() > type.getPrecision()) {
      throw new ArithmeticException("too large");
    }
    return rounded;
  }

  private static String wanted(Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.Decimal decimal
        ? "a number with at most %d digits before the point"
            .formatted(decimal.getPrecision() - decimal.getScale())
        : "a whole number that fits";
  }
}
