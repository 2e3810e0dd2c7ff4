package io.floorwalker.local;

import java.util.HashSet;
import java.util.Set;
import org.apache.flink.util.SerializedThrowable;

/** The innermost cause of a failure, in one line. */
final class RootCause {

  private RootCause() {}

  static Throwable of(Throwable failure) {
    Set<Throwable> seen = new HashSet<>();
    Throwable cause = failure;
    while (seen.add(cause)) {
      // Flink carries failures of tasks as text, the real one inside.
      Throwable real =
          cause instanceof SerializedThrowable serialized
              ? serialized.deserializeError(RootCause.class.getClassLoader())
              : cause;
      Throwable next = real.getCause();
      if (next == null || next == real) {
        return real;
      }
      cause = next;
    }
    return cause;
  }

  static String line(Throwable failure) {
    Throwable cause = of(failure);
    String message = cause.getMessage();
    String text =
        message == null || message.isBlank() ? "" : message.strip().lines().findFirst().orElse("");
    String name = cause.getClass().getSimpleName();
    return text.isEmpty() ? name : text.startsWith(name) ? text : name + ": " + text;
  }
}
