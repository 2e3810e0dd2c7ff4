package io.floorwalker.config;

/** A setting that cannot be used; the message names where it stands, its key and the remedy. */
public final class InvalidSettings extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidSettings(String message) {
    super(message);
  }
}
