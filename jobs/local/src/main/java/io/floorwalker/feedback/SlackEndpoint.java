package io.floorwalker.feedback;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.floorwalker.deliver.feedback.TicketOffice;
import io.floorwalker.page.Reply;
import io.floorwalker.schema.Feedback;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code POST /slack}: the request address of a Slack app's interactivity. A request that is sent
 * again within the window says the same under the same id, so it needs no memory of its own.
 *
 * <p>200: taken, or nothing of ours. 401: not from Slack, or too old. 405: wrong method. 413: too
 * long. 503: the broker did not take it, which Slack shows to who clicked.
 */
public final class SlackEndpoint implements HttpHandler {

  public static final String PATH = "/slack";

  private final SlackSignature signature;
  private final SlackClicks clicks;
  private final FeedbackSink sink;
  private final Clock clock;

  public SlackEndpoint(
      SlackSignature signature, TicketOffice office, FeedbackSink sink, Clock clock) {
    this.signature = signature;
    this.clicks = new SlackClicks(office);
    this.sink = sink;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Optional<byte[]> body = FormText.body(exchange);
    Instant now = clock.instant();
    if (!exchange.getRequestMethod().equals("POST")) {
      Reply.say(exchange, 405, "POST only");
    } else if (body.isEmpty()) {
      Reply.say(exchange, 413, "at most " + FormText.LONGEST + " bytes");
    } else if (!isFromSlack(exchange.getRequestHeaders(), body.get(), now)) {
      Reply.say(exchange, 401, "not signed by Slack, or too long ago");
    } else {
      Reply.empty(exchange, takeAll(FormText.of(body.get()).field("payload"), now) ? 200 : 503);
    }
  }

  private boolean isFromSlack(Headers headers, byte[] body, Instant now) {
    return signature.proves(
        headers.getFirst("X-Slack-Signature"),
        headers.getFirst("X-Slack-Request-Timestamp"),
        body,
        now);
  }

  private boolean takeAll(String payload, Instant now) {
    boolean taken = true;
    for (Feedback said : clicks.in(payload, now)) {
      taken &= sink.take(said);
    }
    return taken;
  }
}
