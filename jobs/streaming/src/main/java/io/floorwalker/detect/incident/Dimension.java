package io.floorwalker.detect.incident;

import java.util.Locale;

/** What sessions in trouble at one step may have in common, from broad to narrow. */
public enum Dimension {
  /** The step, and nothing else. */
  STEP,
  /** The class of device. */
  DEVICE,
  /** The release of the shop. */
  RELEASE,
  /** The form field or element that the struggle is about. */
  FIELD,
  /** The code with which the payment was declined. */
  CODE;

  /** The word in the key of an incident. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a session has it before it struggles, so that sessions with it can be counted. Of the
   * others, all sessions at the step count.
   */
  boolean isOfTheSession() {
    return this == STEP || this == DEVICE || this == RELEASE;
  }
}
