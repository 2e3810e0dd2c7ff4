package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The retained checkpoints of one job: {@code <folder>/<run>/chk-<n>/_metadata}. */
final class Checkpoints {

  private static final String METADATA = "_metadata";
  private static final int RUNS_KEPT = 3;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  /** The folder of the newest completed checkpoint. Flink writes the metadata file last. */
  Optional<Path> newest() {
    return completed().stream().findFirst();
  }

  /** Moves all of them to a folder beside; returns it, empty when there were none. */
  Optional<Path> moveAway(Clock clock) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try {
      Path target =
          folder.resolveSibling(folder.getFileName() + ".before-" + STAMP.format(clock.instant()));
      return Optional.of(Files.move(folder, target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what earlier runs left, but for the newest three runs that completed a checkpoint. */
  void prune() {
    List<Path> kept =
        completed().stream()
            .map(checkpoint -> folder.resolve(folder.relativize(checkpoint).getName(0)))
            .distinct()
            .limit(RUNS_KEPT)
            .toList();
    for (Path run : list(folder)) {
      if (!kept.contains(run)) {
        Folders.delete(run);
      }
    }
  }

  private List<Path> completed() {
    return list(folder).stream()
        .flatMap(run -> list(run).stream())
        .filter(checkpoint -> Files.isRegularFile(checkpoint.resolve(METADATA)))
        .sorted(Comparator.comparing(Checkpoints::written).reversed())
        .toList();
  }

  private static FileTime written(Path checkpoint) {
    try {
      return Files.getLastModifiedTime(checkpoint.resolve(METADATA));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
