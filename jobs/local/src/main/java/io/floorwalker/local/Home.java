package io.floorwalker.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The folder of the checkout, which holds {@code deploy/} and {@code sql/}. */
final class Home {

  private Home() {}

  /**
   * The folder that the launcher names, else that of the tests, else the nearest one above the
   * working directory.
   */
  static Path folder() {
    return candidates()
        .filter(folder -> Files.isDirectory(folder.resolve("deploy/conf")))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    ExitCode.USAGE,
                    "deploy/conf is not found; start with deploy/local/floorwalker of the checkout,"
                        + " or set -Dfloorwalker.home to the checkout"));
  }

  static Path conf(String name) {
    return folder().resolve("deploy/conf").resolve(name);
  }

  private static Stream<Path> candidates() {
    Stream<Path> named =
        Stream.of("floorwalker.home", "floorwalker.root")
            .map(System::getProperty)
            .filter(Objects::nonNull)
            .map(Path::of);
    Path working = Path.of("").toAbsolutePath();
    Stream<Path> above = Stream.iterate(working, Objects::nonNull, Path::getParent);
    return List.of(named, above).stream().flatMap(folders -> folders);
  }
}
