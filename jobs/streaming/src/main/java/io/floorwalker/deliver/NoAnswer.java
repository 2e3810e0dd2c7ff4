package io.floorwalker.deliver;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Why no answer came, in one word. A message of an exception is not used: it may name the host,
 * which an address that is its own password must not give away.
 */
final class NoAnswer {

  private NoAnswer() {}

  static String because(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof HttpTimeoutException || cause instanceof TimeoutException) {
      return "timeout";
    }
    if (cause instanceof UnknownHostException
        || cause.getCause() instanceof UnresolvedAddressException) {
      return "unknown_host";
    }
    if (cause instanceof ConnectException) {
      return "connect_failed";
    }
    return cause instanceof SSLException ? "tls" : cause.getClass().getSimpleName();
  }
}
