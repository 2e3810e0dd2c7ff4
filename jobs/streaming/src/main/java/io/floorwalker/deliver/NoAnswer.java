package io.floorwalker.deliver;

import io.floorwalker.deliver.web.ForbiddenAddress;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/**
 * Why no answer came, in one word. A message of an exception is not used: it may name the host,
 * which an address that is its own password must not give away.
 */
final class NoAnswer {

  private NoAnswer() {}

  /** The answer that a failed attempt stands for. */
  static Answer to(Exception failure) {
    if (failure instanceof ForbiddenAddress) {
      return Answer.impossible("forbidden_address");
    }
    return failure instanceof IllegalArgumentException
        ? Answer.impossible("not_sendable")
        : Answer.none(because(failure));
  }

  static String because(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof HttpTimeoutException || cause instanceof SocketTimeoutException) {
      return "timeout";
    }
    if (cause instanceof UnknownHostException) {
      return "unknown_host";
    }
    if (cause instanceof ConnectException) {
      return "connect_failed";
    }
    return cause instanceof SSLException ? "tls" : cause.getClass().getSimpleName();
  }
}
