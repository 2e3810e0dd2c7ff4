package io.floorwalker.contract;

/**
 * A compact JSON array with one spelling per value: the short escapes where JSON has them, {@code
 * \}{@code u00xx} in lower case for other control characters, everything else as it is. Python's
 * {@code json.dumps(value, ensure_ascii=False, separators=(",", ":"))} writes the same.
 */
final class JsonArray {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder json = new StringBuilder("[");

  JsonArray text(String value) {
    next().append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        json.append(c).append(value.charAt(++i));
      } else {
        character(c);
      }
    }
    json.append('"');
    return this;
  }

  JsonArray number(long value) {
    next().append(value);
    return this;
  }

  @Override
  public String toString() {
    return json + "]";
  }

  private StringBuilder next() {
    return json.length() == 1 ? json : json.append(',');
  }

  private void character(char c) {
    switch (c) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\b' -> json.append("\\b");
      case '\f' -> json.append("\\f");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        // Half a surrogate pair has no UTF-8: unescaped, all of them would become the same "?".
        if (c < 0x20 || Character.isSurrogate(c)) {
          escaped(c);
        } else {
          json.append(c);
        }
      }
    }
  }

  private void escaped(char c) {
    json.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      json.append(HEX.charAt((c >> shift) & 0xF));
    }
  }
}
