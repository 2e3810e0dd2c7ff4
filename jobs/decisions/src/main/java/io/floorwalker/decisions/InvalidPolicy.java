package io.floorwalker.decisions;

/** A policy that cannot be used; the message names file, line, key, value and remedy. */
public final class InvalidPolicy extends Exception {
  private static final long serialVersionUID = 1L;

  InvalidPolicy(String message) {
    super(message);
  }
}
