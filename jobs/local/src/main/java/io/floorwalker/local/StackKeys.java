package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * The keys of a stack's pseudonyms: drawn at random when there are none, in a file that only its
 * owner can read. Two stacks never share one.
 */
final class StackKeys {
  private static final int BYTES = 32;

  private final Path file;

  private StackKeys(Path file) {
    this.file = file;
  }

  static StackKeys of(Path dir) {
    return new StackKeys(dir.resolve("privacy.keys"));
  }

  Path file() {
    return file;
  }

  /** Draws the first key where there is none. */
  void createMissing() {
    if (Files.exists(file)) {
      return;
    }
    try {
      OwnFile.write(
          file,
          "# Whoever has this can tell whose pseudonym is whose. Lost: nobody is recognised again.\n"
              + newKey("k1", Instant.EPOCH));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** The line of a new key. */
  static String newKey(String id, Instant from) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return "%s %s %s%n".formatted(id, from, Base64.getEncoder().encodeToString(key));
  }
}
