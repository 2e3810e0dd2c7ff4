package io.floorwalker.local;

import java.io.PrintWriter;

/** Lines about what is going on, for a person; on stderr, so that results on stdout stay clean. */
final class Progress {

  private final PrintWriter err;

  Progress(PrintWriter err) {
    this.err = err;
  }

  void say(String line) {
    err.println(line);
    err.flush();
  }
}
