package io.floorwalker.local;

/**
 * Ends a command with an exit code and one message for the user, which says what is wrong and what
 * to do. No stack trace is shown.
 */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String text;

  CommandFailure(int exitCode, String text) {
    super(text);
    this.exitCode = exitCode;
    this.text = text;
  }

  CommandFailure(int exitCode, String text, Throwable cause) {
    super(text, cause);
    this.exitCode = exitCode;
    this.text = text;
  }

  int exitCode() {
    return exitCode;
  }

  /** The message, never null. */
  String text() {
    return text;
  }
}
