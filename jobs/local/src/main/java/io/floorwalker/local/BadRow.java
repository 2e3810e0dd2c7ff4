package io.floorwalker.local;

/**
 * A row that cannot become an event; the message is the reason, for the person who has the file.
 */
final class BadRow extends Exception {
  private static final long serialVersionUID = 1L;

  BadRow(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
