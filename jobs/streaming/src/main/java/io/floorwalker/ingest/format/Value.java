package io.floorwalker.ingest.format;

import io.floorwalker.contract.MalformedRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** A source's text as the value of a field of the contract; amounts are rounded half up. */
final class Value {
  /** 1e999999999 takes gigabytes as soon as somebody rounds it. */
  private static final int MOST_DIGITS = 40;

  private Value() {}

  static Object of(String name, String text, Schema schema) throws MalformedRecord {
    try {
      return switch (schema.getType()) {
        case STRING -> text;
        case INT -> number(text).intValueExact();
        case LONG -> number(text).longValueExact();
        case BOOLEAN -> flag(name, text);
        case BYTES -> amount(number(text), (LogicalTypes.Decimal) schema.getLogicalType());
        default -> throw new IllegalStateException(name + " has no text form");
      };
    } catch (ArithmeticException | NumberFormatException e) {
      throw Fields.wrong(name, "is no number that fits");
    }
  }

  private static BigDecimal number(String text) {
    if (text.length() > MOST_DIGITS) {
      throw new NumberFormatException();
    }
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > MOST_DIGITS) {
      throw new NumberFormatException();
    }
    return number;
  }

  private static BigDecimal amount(BigDecimal number, LogicalTypes.Decimal type) {
    BigDecimal rounded = number.setScale(type.getScale(), RoundingMode.HALF_UP);
    if (rounded.precision() > type.getPrecision()) {
      throw new ArithmeticException();
    }
    return rounded;
  }

  private static boolean flag(String name, String text) throws MalformedRecord {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw Fields.wrong(name, "is neither true nor false");
    };
  }
}
