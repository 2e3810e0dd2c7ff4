package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One command at a time may start or stop a stack; the operating system frees a dead one's lock.
 */
final class StackLock {

  private final Path file;

  StackLock(Path file) {
    this.file = file;
  }

  /** Waits for its turn, then makes the change. */
  void during(Runnable change) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        if (lock.isValid()) {
          change.run();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
