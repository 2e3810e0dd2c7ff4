package io.floorwalker.page;

import com.sun.net.httpserver.HttpExchange;
import java.util.Set;

/** Which pages may ask, by their origin ({@code https://shop.example}); all others are refused. */
public final class Origins {

  private final Set<String> allowed;

  public Origins(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * Whether the page may ask; then its browser is told that it may read the answer. What names no
   * origin is no page of another site.
   */
  public boolean admit(HttpExchange exchange) {
    String origin = exchange.getRequestHeaders().getFirst("Origin");
    exchange.getResponseHeaders().set("Vary", "Origin");
    if (origin == null) {
      return true;
    }
    if (!allowed.contains(origin)) {
      return false;
    }
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
    return true;
  }
}
