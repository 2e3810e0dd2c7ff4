package io.floorwalker.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds one secret, with or without a line break at its end. */
final class SecretFile {

  private SecretFile() {}

  /**
   * The secret.
   *
   * @throws CommandFailure where there is none; its text shows nothing of the file
   */
  static String read(Path file) {
    try {
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new CommandFailure(
            ExitCode.USAGE, "file " + file + " holds no secret; write it there");
      }
      return secret;
    } catch (IOException e) {
      // Without the cause: some of Java's messages quote what they could not read.
      throw new CommandFailure(
          ExitCode.USAGE,
          "file %s cannot be read (%s); check the path and who may read it"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }
}
