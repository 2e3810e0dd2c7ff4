package io.floorwalker.feedback;

import com.sun.net.httpserver.HttpExchange;
import io.floorwalker.deliver.feedback.StaffAnswer;
import io.floorwalker.page.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The page behind a link: one button that gives the answer. Scanners of mail and chat follow links,
 * but press no buttons.
 */
final class ConfirmPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <h1>%1$s</h1>
      %2$s
      """;

  private static final String BUTTON =
      """
      <form method="post" action="%s">
      <input type="hidden" name="t" value="%s">
      <button type="submit" autofocus>%s</button>
      </form>
      """;

  private ConfirmPage() {}

  /** A ticket that was read has no sign that HTML would take for its own. */
  static void ask(HttpExchange exchange, StaffAnswer answer, String ticket) throws IOException {
    String title =
        switch (answer) {
          case DONE -> "Is it done?";
          case SNOOZE -> "Leave it alone for 7 days?";
          case NOT_USEFUL -> "Was it not useful?";
        };
    show(exchange, 200, title, BUTTON.formatted(answer.word(), ticket, "Yes"));
  }

  static void thank(HttpExchange exchange) throws IOException {
    show(exchange, 200, "Thank you, noted", "<p>You can close this page.</p>");
  }

  static void refuse(HttpExchange exchange) throws IOException {
    show(
        exchange,
        410,
        "This link is of no use any more",
        "<p>It is older than 90 days, or not whole.</p>");
  }

  static void excuse(HttpExchange exchange) throws IOException {
    show(exchange, 503, "Not noted yet", "<p>Please try again in a minute.</p>");
  }

  private static void show(HttpExchange exchange, int status, String title, String body)
      throws IOException {
    exchange
        .getResponseHeaders()
        .set(
            "Content-Security-Policy",
            "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    // The address has the ticket in it.
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    Reply.send(
        exchange,
        status,
        "text/html",
        PAGE.formatted(title, body).getBytes(StandardCharsets.UTF_8));
  }
}
