package io.floorwalker.local;

import org.slf4j.LoggerFactory;

/** Writes a failure with its stack trace to the log; the user sees one line. */
final class Failures {

  private Failures() {}

  static void log(Throwable failure) {
    LoggerFactory.getLogger(Failures.class).error("failed", failure);
  }
}
