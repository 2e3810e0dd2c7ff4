package io.floorwalker.collect;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.floorwalker.page.Origins;
import io.floorwalker.page.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * Segment's tracking API: {@code POST /v1/batch}, and {@code /v1/track}, {@code /v1/page}, ... for
 * single calls.
 *
 * <p>200: none of the calls can be lost any more. 400: no JSON, or no call. 401: no write key. 403:
 * a page of another origin. 404, 405, 413, 415: wrong address, method, size, packing. 503: not all
 * were taken; trackers send them again, and the repeats are dropped later.
 */
public final class CollectEndpoint implements HttpHandler {
  public static final String PATH = "/v1/";

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("track", "track"),
          Map.entry("page", "page"),
          Map.entry("screen", "screen"),
          Map.entry("identify", "identify"),
          Map.entry("group", "group"),
          Map.entry("alias", "alias"),
          Map.entry("t", "track"),
          Map.entry("p", "page"),
          Map.entry("s", "screen"),
          Map.entry("i", "identify"),
          Map.entry("g", "group"),
          Map.entry("a", "alias"));

  private final WriteKeys keys;
  private final Origins origins;
  private final Calls calls;

  public CollectEndpoint(WriteKeys keys, Origins origins, Calls calls) {
    this.keys = keys;
    this.origins = origins;
    this.calls = calls;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      if (!origins.admit(exchange)) {
        throw new Refused(403, "pages of this origin may not send; name it with --origin");
      }
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        preflight(exchange);
        return;
      }
      take(exchange);
      answer(exchange, 200, "{\"success\":true}");
    } catch (Refused e) {
      answer(
          exchange,
          e.status(),
          "{\"success\":false,\"message\":\"%s\"}"
              .formatted(Objects.requireNonNull(e.getMessage()).replace("\"", "'")));
    }
  }

  private void take(HttpExchange exchange) throws IOException, Refused {
    String name = exchange.getRequestURI().getPath().substring(PATH.length());
    boolean batch = name.equals("batch") || name.equals("b");
    if (!batch && !TYPES.containsKey(name)) {
      throw new Refused(404, "there are /v1/batch, track, page, screen, identify, group and alias");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      throw new Refused(405, "POST only");
    }
    Request request = Request.read(Body.of(exchange), batch ? null : TYPES.get(name));
    if (!keys.admit(exchange, request.writeKey())) {
      throw new Refused(
          401, "no write key of this collector; send it as the user of Basic authorization");
    }
    try {
      calls.take(request.calls());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(503, "shutting down; send it again");
    } catch (Exception e) {
      throw new Refused(503, "not all calls were taken; send them again");
    }
  }

  private static void preflight(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "POST");
    exchange
        .getResponseHeaders()
        .set("Access-Control-Allow-Headers", "authorization, content-type, content-encoding");
    exchange.getResponseHeaders().set("Access-Control-Max-Age", "600");
    Reply.empty(exchange, 204);
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    Reply.send(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }
}
