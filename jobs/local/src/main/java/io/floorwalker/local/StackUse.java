package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** A stack for as long as a command needs it: stopped at the end where it was started for it. */
final class StackUse implements AutoCloseable {

  private final Stack stack;
  private final boolean started;
  private final Progress progress;

  StackUse(Stack stack, boolean started, Progress progress) {
    this.stack = stack;
    this.started = started;
    this.progress = progress;
  }

  boolean started() {
    return started;
  }

  /** Stops the stack unless it ran before, or another job still needs it. */
  @Override
  public void close() {
    if (!started || !stack.running()) {
      return;
    }
    List<String> others = otherJobs();
    if (others.isEmpty()) {
      stack.down(progress);
    } else {
      progress.say(
          "the stack stays up for %s; stop it with: floorwalker down%s"
              .formatted(String.join(", ", others), stack.dirOption()));
    }
  }

  private List<String> otherJobs() {
    try (Stream<java.nio.file.Path> files = Files.list(stack.dir().resolve("run"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pid") && !name.equals("broker.pid"))
          .map(name -> name.substring(0, name.length() - ".pid".length()))
          .filter(this::runsElsewhere)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean runsElsewhere(String job) {
    long self = ProcessHandle.current().pid();
    return stack.jobPid(job).owner().filter(process -> process.pid() != self).isPresent();
  }
}
