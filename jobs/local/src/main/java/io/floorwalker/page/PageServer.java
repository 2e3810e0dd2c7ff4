package io.floorwalker.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * An HTTP server with a thread for each request that is being answered, streams among them: small
 * ones, so that hundreds of open pages cost little. It answers only to the names that it is given,
 * so that no page elsewhere reaches it by a name that was pointed here.
 */
public final class PageServer implements AutoCloseable {

  private static final int BACKLOG = 256;
  private static final int BESIDE_STREAMS = 32;
  private static final int STACK_BYTES = 256 * 1024;

  private final HttpServer server;
  private final ExecutorService threads;

  private PageServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Bound, and silent until {@link #start}; port 0 takes any.
   *
   * @param streams how many of the threads may be taken by open pages
   * @throws UncheckedIOException where the address is taken
   */
  public static PageServer bind(InetSocketAddress address, int streams) {
    try {
      HttpServer server = HttpServer.create(address, BACKLOG);
      ExecutorService threads =
          new ThreadPoolExecutor(
              0,
              streams + BESIDE_STREAMS,
              30,
              TimeUnit.SECONDS,
              new SynchronousQueue<>(),
              PageServer::thread);
      server.setExecutor(threads);
      return new PageServer(server, threads);
    } catch (IOException e) {
      throw new UncheckedIOException("nothing can listen at " + address, e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** Answers requests to one of the hosts ({@code name:port}) by the longest path that fits. */
  public void start(Set<String> hosts, Map<String, HttpHandler> handlers) {
    handlers.forEach((path, handler) -> server.createContext(path, guarded(hosts, handler)));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  // The connection stays open for the browser's next request, so the exchange is not closed; its
  // streams are.
  private static HttpHandler guarded(Set<String> hosts, HttpHandler handler) {
    return exchange -> {
      try (var request = exchange.getRequestBody();
          var response = exchange.getResponseBody()) {
        if (isFor(hosts, exchange)) {
          handler.handle(exchange);
        } else {
          Reply.say(exchange, 403, "ask by another name");
        }
      }
    };
  }

  private static boolean isFor(Set<String> hosts, HttpExchange exchange) {
    return hosts.contains(String.valueOf(exchange.getRequestHeaders().getFirst("Host")));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "page", STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
