package io.floorwalker.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One open page that is sent events, by a thread of its own: a page that reads slowly holds up
 * nobody else. A page that is behind by 64 events is let go; its browser comes back.
 */
public final class EventStream {

  static final Duration HEARTBEAT = Duration.ofSeconds(10);

  private static final int BEHIND = 64;
  private static final byte[] WELCOME =
      "retry: 1000\n: welcome\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] STILL_HERE = ": still here\n\n".getBytes(StandardCharsets.UTF_8);

  private final String key;
  private final BlockingQueue<ServerEvent> waiting = new ArrayBlockingQueue<>(BEHIND);
  private volatile boolean ended;

  EventStream(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  void send(ServerEvent event) {
    if (!waiting.offer(event)) {
      end();
    }
  }

  /** The page is sent what waits, and nothing more. */
  void end() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Sends until the page is gone, the stream has ended or the server stops. */
  public void serve(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "text/event-stream; charset=utf-8");
    headers.set("Cache-Control", "no-store");
    headers.set("X-Accel-Buffering", "no");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream page = exchange.getResponseBody()) {
      write(page, WELCOME);
      while (!ended || !waiting.isEmpty()) {
        ServerEvent next = next();
        write(page, next == null ? STILL_HERE : next.bytes());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable ServerEvent next() throws InterruptedException {
    return waiting.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void write(OutputStream page, byte[] bytes) throws IOException {
    page.write(bytes);
    page.flush();
  }
}
