package io.floorwalker.local;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** A file of UTF-8 text, plain or gzip, told apart by the first bytes. */
final class TextFile {

  private TextFile() {}

  static BufferedReader open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new CommandFailure(
          ExitCode.USAGE, "file " + path + " does not exist or is no file; check the path");
    }
    try {
      return new BufferedReader(
          new InputStreamReader(
              unzipped(new BufferedInputStream(Files.newInputStream(path))),
              StandardCharsets.UTF_8.newDecoder()));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "file " + path + " cannot be read: " + e.getMessage(), e);
    }
  }

  static CommandFailure notUtf8(Path path, long line) {
    return new CommandFailure(
        ExitCode.FAILED,
        "file "
            + path
            + ", after line "
            + line
            + ": is not UTF-8; convert it, e.g. iconv -f latin1 -t utf-8");
  }

  private static InputStream unzipped(BufferedInputStream input) throws IOException {
    input.mark(2);
    boolean zipped = input.read() == 0x1f && input.read() == 0x8b;
    input.reset();
    return zipped ? new GZIPInputStream(input, 1 << 16) : input;
  }
}
