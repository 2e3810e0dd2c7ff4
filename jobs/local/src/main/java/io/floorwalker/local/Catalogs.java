package io.floorwalker.local;

import io.floorwalker.config.Settings;
import io.floorwalker.lake.Lake;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.iceberg.catalog.TableIdentifier;

/** The Iceberg catalog of a stack for commands that only read it, whether the stack runs or not. */
final class Catalogs {
  static final Comparator<TableIdentifier> BY_NAME = Comparator.comparing(TableIdentifier::name);

  private Catalogs() {}

  /**
   * The settings that name the catalog.
   *
   * @throws CommandFailure with exit code 3 where no stack was ever started in the folder
   */
  static Settings settings(Stack stack) {
    if (!Files.exists(stack.dir().resolve("catalog.db"))) {
      throw new CommandFailure(
          ExitCode.STACK,
          "there are no tables in "
              + stack.dir()
              + " yet; start with: floorwalker demo (or floorwalker up"
              + stack.dirOption()
              + "), or name another folder with --dir");
    }
    return stack.settings(List.of(), List.of());
  }

  static Lake open(Stack stack) {
    return Lake.open(settings(stack));
  }

  static CommandFailure noSuchTable(String name, List<TableIdentifier> tables) {
    return new CommandFailure(
        ExitCode.USAGE,
        "there is no table \""
            + name
            + "\"; the tables are "
            + tables.stream().map(TableIdentifier::name).collect(Collectors.joining(", ")));
  }
}
