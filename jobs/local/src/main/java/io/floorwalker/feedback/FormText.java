package io.floorwalker.feedback;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a form, as a query or a body has them: {@code a=1&b=2}. */
record FormText(String text) {

  static final int LONGEST = 64 * 1024;

  /** Empty for a body that is too long to be one of ours. */
  static Optional<byte[]> body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
    return body.length > LONGEST ? Optional.empty() : Optional.of(body);
  }

  static FormText of(byte[] body) {
    return new FormText(new String(body, StandardCharsets.UTF_8));
  }

  static FormText of(@Nullable String query) {
    return new FormText(query == null ? "" : query);
  }

  /** The first of this name; empty where there is none, or none that can be read. */
  String field(String name) {
    for (String field : text.split("&", -1)) {
      if (field.startsWith(name + "=")) {
        return decoded(field.substring(name.length() + 1));
      }
    }
    return "";
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
