package io.floorwalker.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.floorwalker.deliver.web.Json;
import io.floorwalker.page.Origins;
import io.floorwalker.page.Reply;
import io.floorwalker.schema.CustomerEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * {@code POST /events}: what happens in the toy shop, one event at a time, into {@code
 * cx.raw.canonical}.
 *
 * <p>204: the broker has it. 400: no event, and why. 403: a page of another origin. 405, 413: wrong
 * method, too long. 503: the broker did not take it.
 */
final class EventDoor implements HttpHandler {

  static final String PATH = "/events";

  private static final int LONGEST_BODY = 16 * 1024;

  private final PageTopics topics;
  private final Origins origins;
  private final PageEvents events = new PageEvents();
  private final Json json = new Json();

  EventDoor(PageTopics topics, Origins origins) {
    this.topics = topics;
    this.origins = origins;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (!origins.admit(exchange)) {
      Reply.say(exchange, 403, "pages of this origin may not send events");
    } else if (!exchange.getRequestMethod().equals("POST")) {
      Reply.say(exchange, 405, "POST only");
    } else if (body.length > LONGEST_BODY) {
      Reply.say(exchange, 413, "at most " + LONGEST_BODY + " bytes");
    } else {
      take(exchange, json.object(new String(body, StandardCharsets.UTF_8)));
    }
  }

  private void take(HttpExchange exchange, Map<?, ?> sent) throws IOException {
    try {
      CustomerEvent event = events.event(sent);
      topics.happened(event);
      Reply.empty(exchange, 204);
    } catch (BadRow e) {
      Reply.say(exchange, 400, e.reason());
    } catch (CommandFailure e) {
      Failures.log(e);
      Reply.say(exchange, 503, "try again");
    }
  }
}
