package io.floorwalker.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes of this machine. */
final class Processes {

  private Processes() {}

  /**
   * Alive and more than an entry in the process table: where the first process of a container
   * collects no children, an ended one stays listed.
   */
  static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /**
   * Starts a process that outlives this one and writes what it prints to a file. It ignores INT and
   * HUP: Ctrl-C in the terminal goes to every process of the group, and the jobs need the others
   * for their last checkpoint.
   */
  static Process background(List<String> command, Map<String, String> environment, Path printed) {
    List<String> all =
        new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
    all.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.environment().putAll(environment);
    try {
      Files.createDirectories(printed.toAbsolutePath().getParent());
      return builder
          .redirectInput(new File("/dev/null"))
          .redirectOutput(ProcessBuilder.Redirect.to(printed.toFile()))
          .redirectErrorStream(true)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Ends the process, politely first.
   *
   * @return whether it is gone
   */
  static boolean stop(ProcessHandle process, Duration polite, Duration forced) {
    process.destroy();
    if (Await.until(polite, () -> !runs(process))) {
      return true;
    }
    process.destroyForcibly();
    return Await.until(forced, () -> !runs(process));
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name stands in brackets and may hold anything; the state is the next word.
      int bracket = stat.lastIndexOf(')');
      return stat.startsWith("Z", bracket + 2);
    } catch (IOException notLinux) {
      return false;
    }
  }
}
