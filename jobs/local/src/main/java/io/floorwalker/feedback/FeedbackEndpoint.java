package io.floorwalker.feedback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.floorwalker.deliver.feedback.StaffAnswer;
import io.floorwalker.deliver.feedback.Ticket;
import io.floorwalker.deliver.feedback.TicketOffice;
import io.floorwalker.page.Reply;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * {@code GET /feedback/ANSWER?t=TICKET} asks whether it is meant; {@code POST /feedback/ANSWER}
 * with the form {@code t=TICKET[&by=WHO]} takes it, from that page or any tool.
 *
 * <p>200: asked, or taken. 404: no such answer. 405: wrong method. 410: a ticket that is forged,
 * broken or too old. 413: too long. 503: the broker did not take it.
 */
public final class FeedbackEndpoint implements HttpHandler {

  public static final String PATH = "/feedback/";

  private static final int LONGEST_NAME = 120;

  private final TicketOffice office;
  private final FeedbackSink sink;
  private final Clock clock;

  public FeedbackEndpoint(TicketOffice office, FeedbackSink sink, Clock clock) {
    this.office = office;
    this.sink = sink;
    this.clock = clock;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String word = exchange.getRequestURI().getPath().substring(PATH.length());
    Optional<StaffAnswer> answer = StaffAnswer.named(word);
    if (answer.isEmpty()) {
      Reply.say(exchange, 404, "answers: done, snooze, not_useful");
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "GET" -> ask(exchange, answer.get());
      case "POST" -> take(exchange, answer.get());
      default -> Reply.say(exchange, 405, "GET to be asked, POST to answer");
    }
  }

  private void ask(HttpExchange exchange, StaffAnswer answer) throws IOException {
    String ticket = FormText.of(exchange.getRequestURI().getRawQuery()).field("t");
    if (office.read(ticket, clock.instant()).isPresent()) {
      ConfirmPage.ask(exchange, answer, ticket);
    } else {
      ConfirmPage.refuse(exchange);
    }
  }

  private void take(HttpExchange exchange, StaffAnswer answer) throws IOException {
    Optional<byte[]> body = FormText.body(exchange);
    if (body.isEmpty()) {
      Reply.say(exchange, 413, "at most " + FormText.LONGEST + " bytes");
      return;
    }
    FormText form = FormText.of(body.get());
    Optional<Ticket> ticket = office.read(form.field("t"), clock.instant());
    if (ticket.isEmpty()) {
      ConfirmPage.refuse(exchange);
    } else if (sink.take(ticket.get().answered(answer, clock.instant(), actor(form)))) {
      ConfirmPage.thank(exchange);
    } else {
      ConfirmPage.excuse(exchange);
    }
  }

  /** Nobody proves a name here, so it is only cut. */
  private static String actor(FormText form) {
    String name = form.field("by").strip();
    return name.substring(0, name.offsetByCodePoints(0, length(name)));
  }

  private static int length(String name) {
    return Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
  }
}
