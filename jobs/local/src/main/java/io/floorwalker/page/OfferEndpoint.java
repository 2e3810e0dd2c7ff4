package io.floorwalker.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /sse/SESSION} streams the offers of a session; {@code POST /sse/SESSION/ACTION} with
 * one word takes a page's answer.
 *
 * <p>204: taken. 400: no such answer. 403: a page of another origin. 404: no such offer. 405: wrong
 * method. 409: said before. 410: expired. 503: too many pages are open.
 */
public final class OfferEndpoint implements HttpHandler {

  public static final String PATH = "/sse/";

  private static final int LONGEST_ANSWER = 32;

  private final OfferBook book;
  private final Streams streams;
  private final Origins origins;
  private final Answers answers;
  private final Clock clock;

  public OfferEndpoint(
      OfferBook book, Streams streams, Origins origins, Answers answers, Clock clock) {
    this.book = book;
    this.streams = streams;
    this.origins = origins;
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    List<String> path =
        List.of(exchange.getRequestURI().getPath().substring(PATH.length()).split("/", -1));
    if (!origins.admit(exchange)) {
      Reply.say(exchange, 403, "pages of this origin may not ask");
    } else if (path.size() > 2 || !path.stream().allMatch(Offer::isId)) {
      Reply.say(exchange, 404, "ask for " + PATH + "SESSION or " + PATH + "SESSION/ACTION");
    } else if (!exchange.getRequestMethod().equals(path.size() == 1 ? "GET" : "POST")) {
      Reply.say(exchange, 405, "GET the offers, POST an answer");
    } else if (path.size() == 1) {
      stream(exchange, path.get(0));
    } else {
      take(exchange, path.get(0), path.get(1));
    }
  }

  private void stream(HttpExchange exchange, String session) throws IOException {
    if (streams.isFull()) {
      exchange.getResponseHeaders().set("Retry-After", "5");
      Reply.say(exchange, 503, "too many pages are open");
      return;
    }
    EventStream stream = book.open(session, exchange.getRequestHeaders().getFirst("Last-Event-ID"));
    try {
      stream.serve(exchange);
    } finally {
      book.close(stream);
    }
  }

  private void take(HttpExchange exchange, String session, String action) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_ANSWER);
    Optional<Answer> answer = Answer.named(new String(body, StandardCharsets.UTF_8));
    if (answer.isEmpty()) {
      Reply.say(exchange, 400, "answers: shown, clicked, dismissed, chat_accepted");
      return;
    }
    OfferBook.Answered answered = book.answer(session, action, answer.get());
    if (answered.offer() != null) {
      AnswerRecords.give(answers, answered.offer(), answer.get(), clock.instant());
    }
    Reply.empty(exchange, answered.verdict().status());
  }
}
