package io.floorwalker.deliver;

import io.floorwalker.deliver.web.Reply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a target said to one attempt.
 *
 * @param result delivered, failed, or retry
 * @param retryAfterMillis what the target asked to wait; null where it did not ask
 * @param shut whether the target lets nobody in, so that others need not try for a while
 */
public record Answer(Result result, Said said, @Nullable Long retryAfterMillis, boolean shut) {

  /**
   * Its words.
   *
   * @param status the HTTP status; null where none came
   * @param error what went wrong, one word that never holds an address; null where the status says
   *     it
   * @param handle by which the target finds the message again; null where it told none
   */
  public record Said(@Nullable Integer status, @Nullable String error, @Nullable String handle) {}

  /**
   * The answer by its HTTP status: 2xx is delivered; 408, 425, 429 and 5xx are worth another
   * attempt; all others are final, a redirect too, which is never followed. 401, 403 and 410 shut.
   */
  static Answer http(int status, @Nullable Long retryAfterMillis) {
    boolean shut = status == 401 || status == 403 || status == 410;
    return new Answer(result(status), new Said(status, null, null), retryAfterMillis, shut);
  }

  static Answer of(Reply reply, Instant at) {
    return http(reply.status(), RetryAfter.millis(reply.retryAfter(), at));
  }

  /** A target took it that speaks no HTTP. */
  static Answer delivered() {
    return new Answer(Result.DELIVERED, new Said(null, null, null), null, false);
  }

  /** No answer came, or one that may be another next time. */
  static Answer none(String error) {
    return wordless(Result.RETRY, error, false);
  }

  /** The action cannot be sent as it is, now or later. */
  static Answer impossible(String error) {
    return wordless(Result.FAILED, error, false);
  }

  /** Nobody knows where the recipient can be reached. */
  static Answer noAddress() {
    return impossible("no_address");
  }

  /** What was sent there cannot be changed. */
  static Answer irrevocable() {
    return impossible("irrevocable");
  }

  /** The target takes nothing from us until somebody sees to it. */
  static Answer refused(String error) {
    return wordless(Result.FAILED, error, true);
  }

  /** The target is up and has had enough for now. */
  static Answer later(int status, String error, long millis) {
    return new Answer(Result.RETRY, new Said(status, error, null), millis, false);
  }

  /** The same, with the name under which the target has it. */
  Answer under(String handle) {
    Said named = new Said(said.status(), said.error(), handle);
    return new Answer(result, named, retryAfterMillis, shut);
  }

  @Nullable Integer status() {
    return said.status();
  }

  @Nullable String error() {
    return said.error();
  }

  private static Answer wordless(Result result, String error, boolean shut) {
    return new Answer(result, new Said(null, error, null), null, shut);
  }

  private static Result result(int status) {
    if (status >= 200 && status < 300) {
      return Result.DELIVERED;
    }
    boolean passes = status == 408 || status == 425 || status == 429 || status >= 500;
    return passes ? Result.RETRY : Result.FAILED;
  }
}
