package io.floorwalker.deliver;

import org.jspecify.annotations.Nullable;

/**
 * What a target said to one attempt.
 *
 * @param result delivered, failed, or retry
 * @param status the HTTP status; null where none came
 * @param error why none came, one word that never holds an address; null where one came
 * @param retryAfterMillis what the target asked to wait; null where it did not ask
 */
public record Answer(
    Result result,
    @Nullable Integer status,
    @Nullable String error,
    @Nullable Long retryAfterMillis) {

  /**
   * The answer by its HTTP status: 2xx is delivered; 408, 425, 429 and 5xx are worth another
   * attempt; all others are final, a redirect too, which is never followed.
   */
  static Answer http(int status, @Nullable Long retryAfterMillis) {
    return new Answer(result(status), status, null, retryAfterMillis);
  }

  /** No answer came; the next attempt may have more luck. */
  static Answer none(String error) {
    return new Answer(Result.RETRY, null, error, null);
  }

  /** The action cannot be sent as it is, now or later. */
  static Answer impossible(String error) {
    return new Answer(Result.FAILED, null, error, null);
  }

  /** The status, or why there is none. */
  String reason() {
    return status == null ? String.valueOf(error) : Integer.toString(status);
  }

  private static Result result(int status) {
    if (status >= 200 && status < 300) {
      return Result.DELIVERED;
    }
    boolean passes = status == 408 || status == 425 || status == 429 || status >= 500;
    return passes ? Result.RETRY : Result.FAILED;
  }
}
