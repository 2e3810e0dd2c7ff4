package io.floorwalker.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be found, as JSON lines, and counted by kind. */
final class TruthFile implements AutoCloseable {

  private final PrintWriter out;
  private final @Nullable Path file;
  private final Tally kinds = new Tally();

  private TruthFile(PrintWriter out, @Nullable Path file) {
    this.out = out;
    this.file = file;
  }

  /** Begins the file anew; null: only counts. */
  static TruthFile open(@Nullable Path file) {
    try {
      return new TruthFile(
          new PrintWriter(
              file == null
                  ? Writer.nullWriter()
                  : Files.newBufferedWriter(file, StandardCharsets.UTF_8)),
          file);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.USAGE, "cannot write " + file + "; check the path after --truth", e);
    }
  }

  void add(Finding finding) {
    kinds.add(finding.kind());
    out.println(finding.json());
  }

  Map<String, Long> counts() {
    return kinds.counts();
  }

  /** Fails when not all could be written. */
  @Override
  public void close() {
    out.close();
    if (out.checkError()) {
      throw new CommandFailure(
          ExitCode.FAILED, file + " could not be written to its end; is there room on the disk?");
    }
  }
}
