package io.floorwalker.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.floorwalker.page.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Stands for chat, page, e-mail, CRM and the reps' webhook in the demo: an HTTP server on loopback
 * that takes signed webhooks (Standard Webhooks) and shows them on {@code GET /}.
 *
 * <p>200: taken, or had it before. 401: the signature is missing, wrong or more than five minutes
 * old. 403: asked under a name that is not this machine's. 404, 405, 413: no such channel, wrong
 * method, too long.
 */
final class DemoReceiver implements AutoCloseable {

  static final List<String> CHANNELS = List.of("chat", "page", "email", "crm", "webhook");

  private static final int LONGEST_BODY = 256 * 1024;
  private static final long TOLERANCE_SECONDS = 300;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4, DemoReceiver::thread);
  private final WebhookSecret secret;
  private final Arrivals arrivals;
  private final Clock clock;

  private DemoReceiver(HttpServer server, WebhookSecret secret, Arrivals arrivals, Clock clock) {
    this.server = server;
    this.secret = secret;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /** Listens on any free port. */
  static DemoReceiver start(WebhookSecret secret, Arrivals arrivals, Clock clock) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(BrokerFiles.HOST), 0), 64);
      DemoReceiver receiver = new DemoReceiver(server, secret, arrivals, clock);
      server.createContext("/", receiver::answer);
      server.setExecutor(receiver.threads);
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException("the demo's receiver did not start", e);
    }
  }

  URI address() {
    return URI.create("http://" + host() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String host() {
    return BrokerFiles.HOST + ":" + server.getAddress().getPort();
  }

  // The connection stays open for the sender's next message, so the exchange is not closed; its
  // streams are.
  private void answer(HttpExchange exchange) throws IOException {
    try (var request = exchange.getRequestBody();
        var response = exchange.getResponseBody()) {
      String path = exchange.getRequestURI().getPath();
      // A page elsewhere whose name was pointed here must not read what was sent.
      if (!host().equals(exchange.getRequestHeaders().getFirst("Host"))) {
        Reply.say(exchange, 403, "ask for " + address());
      } else if (path.equals("/")) {
        page(exchange);
      } else if (!CHANNELS.contains(path.substring(1))) {
        Reply.say(exchange, 404, "channels: " + String.join(", ", CHANNELS));
      } else if (!exchange.getRequestMethod().equals("POST")) {
        Reply.say(exchange, 405, "POST only");
      } else {
        take(exchange, path.substring(1));
      }
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      Reply.say(exchange, 405, "GET only");
      return;
    }
    exchange
        .getResponseHeaders()
        .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    String html = new ArrivalsPage(arrivals, ZoneId.systemDefault()).html();
    Reply.send(exchange, 200, "text/html", html.getBytes(StandardCharsets.UTF_8));
  }

  private void take(HttpExchange exchange, String channel) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      arrivals.refuse();
      Reply.say(exchange, 413, "at most " + LONGEST_BODY + " bytes");
      return;
    }
    Optional<String> id = verified(exchange, body);
    if (id.isEmpty()) {
      arrivals.refuse();
      Reply.say(exchange, 401, "the signature is missing, wrong or too old");
      return;
    }
    arrivals.accept(clock.instant(), channel, id.get(), new String(body, StandardCharsets.UTF_8));
    Reply.say(exchange, 200, "ok");
  }

  private Optional<String> verified(HttpExchange exchange, byte[] body) {
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
    if (id == null || timestamp == null || signature == null || !isCurrent(timestamp)) {
      return Optional.empty();
    }
    return secret.signed(signature, id, timestamp, body) ? Optional.of(id) : Optional.empty();
  }

  private boolean isCurrent(@Nullable String timestamp) {
    try {
      long age = clock.instant().getEpochSecond() - Long.parseLong(String.valueOf(timestamp));
      return Math.abs(age) <= TOLERANCE_SECONDS;
    } catch (NumberFormatException unreadable) {
      return false;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "receiver");
    thread.setDaemon(true);
    return thread;
  }
}
