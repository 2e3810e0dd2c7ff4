package io.floorwalker.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.floorwalker.page.EventStream;
import io.floorwalker.page.Origins;
import io.floorwalker.page.Reply;
import io.floorwalker.page.Streams;
import java.io.IOException;
import org.apache.avro.specific.SpecificRecordBase;

/** {@code GET /watch/CUSTOMER}: what the topics say about one visitor, from now on. */
final class WatchEndpoint implements HttpHandler {

  static final String PATH = "/watch/";

  private final Streams streams;
  private final Origins origins;

  WatchEndpoint(Streams streams, Origins origins) {
    this.streams = streams;
    this.origins = origins;
  }

  void see(SpecificRecordBase entry) {
    WatchLine.of(entry).ifPresent(line -> streams.send(line.customer(), line.event()));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String customer = exchange.getRequestURI().getPath().substring(PATH.length());
    if (!origins.admit(exchange)) {
      Reply.say(exchange, 403, "pages of this origin may not watch");
    } else if (!exchange.getRequestMethod().equals("GET") || customer.isEmpty()) {
      Reply.say(exchange, 404, "GET " + PATH + "CUSTOMER");
    } else if (streams.isFull()) {
      Reply.say(exchange, 503, "too many pages are open");
    } else {
      EventStream stream = streams.open(customer);
      try {
        stream.serve(exchange);
      } finally {
        streams.close(stream);
      }
    }
  }
}
