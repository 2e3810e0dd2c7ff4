package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A file with the number of one process and nothing else, so that {@code kill $(cat FILE)} works.
 * It is stale when that process is gone, is younger than the file, or is another program.
 */
final class PidFile {

  // Process start times are rounded by the operating system.
  private static final Duration START_ROUNDING = Duration.ofSeconds(2);

  private static final String OURS = "io.floorwalker.";

  private final Path file;

  PidFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  /** The live process of ours that the file names; empty when there is none. */
  Optional<ProcessHandle> owner() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      long pid = Long.parseLong(Files.readString(file).strip());
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return ProcessHandle.of(pid)
          .filter(Processes::runs)
          .filter(process -> isOurs(process, written));
    } catch (IOException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  /** True when the file exists although no process of ours stands behind it. */
  boolean isStale() {
    return Files.exists(file) && owner().isEmpty();
  }

  /**
   * Writes the process number unless a live process of ours already holds the file; a stale file is
   * replaced.
   *
   * @return the live holder, or empty when the file is now ours
   */
  Optional<ProcessHandle> claim(ProcessHandle process) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(
                  file.resolveSibling(".pid.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Optional<ProcessHandle> holder = owner();
        if (holder.isEmpty() && lock.isValid()) {
          Files.writeString(file, process.pid() + "\n");
        }
        return holder;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(ProcessHandle process, Instant written) {
    if (process.pid() == ProcessHandle.current().pid()) {
      return true;
    }
    boolean older =
        process
            .info()
            .startInstant()
            .map(start -> !start.isAfter(written.plus(START_ROUNDING)))
            .orElse(true);
    boolean named =
        process
            .info()
            .arguments()
            .map(arguments -> String.join(" ", arguments).contains(OURS))
            .orElse(true);
    return older && named;
  }
}
