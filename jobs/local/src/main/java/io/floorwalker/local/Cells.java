package io.floorwalker.local;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How one value is written in a report: plain text, a CSV field, a JSON value. */
final class Cells {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Cells() {}

  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Null is empty; a list or a map is its JSON text. */
  static String plain(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      return json(value);
    }
    return text(value);
  }

  static String csv(String field) {
    boolean quoted = field.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  static String json(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Boolean || (value instanceof Number && isFinite(value))) {
      return text(value);
    }
    if (value instanceof Collection<?> values) {
      return values.stream().map(Cells::json).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> quoted(String.valueOf(entry.getKey())) + ": " + json(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return quoted(text(value));
  }

  private static boolean isFinite(Object number) {
    return !(number instanceof Double || number instanceof Float)
        || Double.isFinite(((Number) number).doubleValue());
  }

  private static String text(Object value) {
    if (value instanceof Instant instant) {
      return time(instant);
    }
    if (value instanceof OffsetDateTime dateTime) {
      return time(dateTime.toInstant());
    }
    if (value instanceof LocalDateTime dateTime) {
      return time(dateTime.toInstant(ZoneOffset.UTC));
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }
}
