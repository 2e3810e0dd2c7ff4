package io.floorwalker.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers that are sent whole; nobody may keep them or take them for something else. */
public final class Reply {

  private Reply() {}

  /** One line of plain text. */
  public static void say(HttpExchange exchange, int status, String line) throws IOException {
    send(exchange, status, "text/plain", (line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Only that it was done, or not. */
  public static void empty(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  /** Text in UTF-8 of some media type. */
  public static void send(HttpExchange exchange, int status, String type, byte[] text)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, text.length);
    exchange.getResponseBody().write(text);
  }
}
