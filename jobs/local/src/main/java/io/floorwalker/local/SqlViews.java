package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/** The views of {@code sql/views}: a {@code CREATE TEMPORARY VIEW} in a file each. */
final class SqlViews {
  private final List<Path> files;

  private SqlViews(List<Path> files) {
    this.files = files;
  }

  static SqlViews in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return new SqlViews(List.of());
    }
    try (Stream<Path> files = Files.list(folder)) {
      return new SqlViews(
          files.filter(file -> file.getFileName().toString().endsWith(".sql")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A view that does not fit the tables is said and left out; the others are still of use. */
  void register(SqlSession session, Progress progress) throws InterruptedException {
    for (Path file : files) {
      try {
        for (String statement : SqlStatements.split(Files.readString(file))) {
          session.execute(statement);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (ExecutionException | RuntimeException e) {
        progress.say("view " + file.getFileName() + " is left out: " + SqlErrors.line(e, session));
      }
    }
  }
}
