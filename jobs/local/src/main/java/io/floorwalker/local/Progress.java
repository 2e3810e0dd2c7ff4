package io.floorwalker.local;

import java.io.PrintWriter;
import java.util.function.Consumer;

/** Lines about what is going on, for a person; on stderr, so that results on stdout stay clean. */
final class Progress {

  private final Consumer<String> lines;

  Progress(PrintWriter err) {
    this(
        line -> {
          err.println(line);
          err.flush();
        });
  }

  /** Lines that go elsewhere: into a picture that they would spoil. */
  Progress(Consumer<String> lines) {
    this.lines = lines;
  }

  void say(String line) {
    lines.accept(line);
  }
}
