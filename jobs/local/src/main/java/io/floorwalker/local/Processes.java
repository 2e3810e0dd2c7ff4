package io.floorwalker.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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
