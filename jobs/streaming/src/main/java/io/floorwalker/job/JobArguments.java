package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The arguments of a main: {@code --conf FILE} and {@code --set key=value}, each as often as
 * needed.
 */
final class JobArguments {

  private JobArguments() {}

  static Settings parse(String[] arguments) throws InvalidSettings {
    List<Path> files = new ArrayList<>();
    List<String> sets = new ArrayList<>();
    Iterator<String> rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      String argument = rest.next();
      if (!rest.hasNext()) {
        throw new InvalidSettings(
            "%s: expected --conf FILE or --set key=value".formatted(argument));
      }
      switch (argument) {
        case "--conf" -> files.add(Path.of(rest.next()));
        case "--set" -> sets.add(rest.next());
        default ->
            throw new InvalidSettings(
                "unknown argument %s; there are --conf FILE and --set key=value"
                    .formatted(argument));
      }
    }
    return Settings.read(files, System.getenv(), sets);
  }
}
