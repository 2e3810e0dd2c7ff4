package io.floorwalker.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A webhook that takes every action in the end. Some it takes slowly, and of some it refuses the
 * first attempt: with 429 and a wish to wait, with 500, or by hanging up.
 */
final class TestingBadTarget implements AutoCloseable {
  static final Duration ASKED_TO_WAIT = Duration.ofSeconds(2);
  private static final Duration SLOW = Duration.ofMillis(300);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(16);
  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(1);
  private final Map<String, Long> firstAskedAt = new ConcurrentHashMap<>();
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<String> tooEarly = new CopyOnWriteArrayList<>();

  private TestingBadTarget(HttpServer server) {
    this.server = server;
    server.createContext("/", this::receive);
    server.setExecutor(threads);
    server.start();
  }

  static TestingBadTarget open() throws IOException {
    return new TestingBadTarget(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** What was asked for, taken or not. */
  Set<String> asked() {
    return new HashSet<>(firstAskedAt.keySet());
  }

  /** What was taken, in its order and as often as it was. */
  List<String> taken() {
    return new ArrayList<>(taken);
  }

  /** What came again sooner than it was asked to. */
  List<String> tooEarly() {
    return List.copyOf(tooEarly);
  }

  private void receive(HttpExchange exchange) throws IOException {
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    exchange.getRequestBody().readAllBytes();
    int number = Integer.parseInt(id.substring(id.indexOf('-') + 1));
    boolean asksToWait = number % 60 == 0;
    Long askedAt = firstAskedAt.putIfAbsent(id, System.nanoTime());
    if (askedAt != null && asksToWait && isTooEarly(askedAt)) {
      tooEarly.add(id);
    }
    if (askedAt == null && asksToWait) {
      exchange.getResponseHeaders().set("Retry-After", "" + ASKED_TO_WAIT.toSeconds());
      answer(exchange, 429);
    } else if (askedAt == null && number % 10 == 3) {
      answer(exchange, 500);
    } else if (askedAt == null && number % 10 == 7) {
      exchange.close();
    } else if (number % 10 == 5) {
      var unused = later.schedule(() -> take(exchange, id), SLOW.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      take(exchange, id);
    }
  }

  private static boolean isTooEarly(long askedAt) {
    return System.nanoTime() - askedAt < ASKED_TO_WAIT.toNanos();
  }

  private void take(HttpExchange exchange, String id) {
    taken.add(id);
    try {
      answer(exchange, 204);
    } catch (IOException e) {
      // Who asked was killed meanwhile, and will ask again.
      exchange.close();
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    later.shutdownNow();
  }
}
