package io.floorwalker.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * {@code --dir}: the folder that holds all state of one stack; {@code ~/.floorwalker} unless given.
 */
final class DirOption {

  @Option(
      names = "--dir",
      paramLabel = "DIR",
      description =
          "folder with all state of one stack (default: FLOORWALKER_DIR, else ~/.floorwalker)")
  private @Nullable Path dir;

  Path path() {
    return (dir != null ? dir : ordinary()).toAbsolutePath().normalize();
  }

  Stack stack() {
    return Stack.in(path());
  }

  /** The folder of a user who names none. */
  static Path ordinary() {
    String named = System.getenv("FLOORWALKER_DIR");
    return named != null && !named.isEmpty() ? Path.of(named) : home().resolve(".floorwalker");
  }

  // The JVM takes user.home from the user database; a shell's ~ is HOME.
  private static Path home() {
    String home = System.getenv("HOME");
    return Path.of(home != null && !home.isEmpty() ? home : System.getProperty("user.home"));
  }
}
