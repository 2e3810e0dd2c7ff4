package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Posts an action as JSON, signed as <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a> where the target has a secret. {@code webhook-id} is the action's id at each
 * attempt.
 */
final class Webhook implements Channel {
  private final Target target;
  private final HttpClient client;
  private final Duration timeout;
  private final Clock clock;

  /**
   * The timeout holds for the connection and for the whole answer; the clock reads a date in
   * Retry-After.
   */
  Webhook(Target target, HttpClient client, Duration timeout, Clock clock) {
    this.target = target;
    this.client = client;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** A client that follows no redirect: who may be sent to is said in the settings alone. */
  static HttpClient client(Duration timeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .build();
  }

  @Override
  public String target() {
    return target.name();
  }

  @Override
  public CompletableFuture<Answer> send(Action action, Instant at) {
    CompletableFuture<HttpResponse<Void>> response =
        client.sendAsync(request(action, at), BodyHandlers.discarding());
    return response
        .copy()
        // The client's own timeout ends with the headers; a body may trickle for ever.
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (answered, failure) -> {
              if (failure == null) {
                return answer(answered);
              }
              response.cancel(true);
              return Answer.none(NoAnswer.because(failure));
            });
  }

  private HttpRequest request(Action action, Instant at) {
    byte[] body = Payload.of(action);
    long timestamp = at.getEpochSecond();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target.address())
            .timeout(timeout)
            .header("content-type", "application/json")
            .header("user-agent", "floorwalker")
            .header("webhook-id", action.getActionId())
            .header("webhook-timestamp", Long.toString(timestamp))
            .POST(BodyPublishers.ofByteArray(body));
    Signature signature = target.signature();
    if (signature != null) {
      request.header("webhook-signature", signature.of(action.getActionId(), timestamp, body));
    }
    return request.build();
  }

  private Answer answer(HttpResponse<Void> response) {
    Long retryAfter =
        response
            .headers()
            .firstValue("retry-after")
            .map(header -> RetryAfter.millis(header, clock.instant()))
            .orElse(null);
    return Answer.http(response.statusCode(), retryAfter);
  }
}
