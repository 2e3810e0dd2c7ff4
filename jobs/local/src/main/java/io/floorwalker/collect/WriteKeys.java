package io.floorwalker.collect;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may send: whoever knows one of the keys, in the header or in the body. */
public final class WriteKeys {
  private static final String BASIC = "Basic ";

  private final List<String> keys;

  /** One key a line; lines that begin with # are left out. */
  public static WriteKeys parse(String lines) {
    return new WriteKeys(
        lines
            .lines()
            .map(String::strip)
            .filter(key -> !key.isEmpty() && !key.startsWith("#"))
            .toList());
  }

  private WriteKeys(List<String> keys) {
    this.keys = keys;
  }

  /**
   * Whether a request may be taken: as Basic user with no password, as Segment's clients say it.
   */
  boolean admit(HttpExchange exchange, @Nullable String inBody) {
    @Nullable String header = exchange.getRequestHeaders().getFirst("Authorization");
    return isOne(header == null ? inBody : user(header));
  }

  private boolean isOne(@Nullable String said) {
    if (said == null) {
      return false;
    }
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    boolean found = false;
    for (String key : keys) {
      found |= MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), bytes);
    }
    return found;
  }

  private static @Nullable String user(String header) {
    if (!header.startsWith(BASIC)) {
      return null;
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String text = new String(decoded, StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0 ? text : text.substring(0, colon);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
