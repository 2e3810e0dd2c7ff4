package io.floorwalker.local;

import io.floorwalker.config.NearestName;
import io.floorwalker.contract.EventTypes;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * How columns become fields of an event and words of the source become types.
 *
 * @param columns field to column name, or to {@code 'text'} for a constant
 * @param types word of the source to type; {@code *} stands for every other word
 */
record CsvMapping(Map<String, String> columns, Map<String, String> types, TimeFormat time) {
  private static final Set<String> BLOCKS = Set.of("columns", "types", "time-unit");

  CsvMapping {
    columns.keySet().forEach(EventFields::named);
    for (String type : types.values()) {
      if (!EventTypes.all().contains(type)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "type \""
                + type
                + "\" is not an event type; did you mean \""
                + NearestName.to(type, EventTypes.all())
                + "\"? (all types: schemas/README.md)");
      }
    }
    columns = Map.copyOf(columns);
    types = Map.copyOf(types);
  }

  static CsvMapping parse(String columns, String types, TimeFormat time) {
    return new CsvMapping(
        columns.isBlank() ? Map.of() : Assignments.parse("--columns", columns),
        types.isBlank() ? Map.of() : Assignments.parse("--types", types),
        time);
  }

  /** A YAML file with the blocks {@code columns}, {@code types} and {@code time-unit}. */
  static CsvMapping read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Object root =
          new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromReader(reader);
      Map<String, String> found = new LinkedHashMap<>();
      flatten("", root, found);
      for (String name : found.keySet()) {
        String block = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        if (!BLOCKS.contains(block)) {
          throw wrong(
              file, "unknown key " + name + "; the file has the blocks columns, types, time-unit");
        }
      }
      return new CsvMapping(
          below("columns.", found),
          below("types.", found),
          TimeFormat.named(found.getOrDefault("time-unit", "ms")));
    } catch (IOException e) {
      throw wrong(file, "cannot be read (" + e.getMessage() + "); check the path");
    } catch (YamlEngineException e) {
      throw wrong(
          file, "is not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static void flatten(String prefix, Object node, Map<String, String> found) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (name, inner) ->
              flatten(prefix.isEmpty() ? "" + name : prefix + "." + name, inner, found));
    } else {
      found.put(prefix, String.valueOf(node));
    }
  }

  private static Map<String, String> below(String prefix, Map<String, String> found) {
    Map<String, String> below = new LinkedHashMap<>();
    found.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            below.put(name.substring(prefix.length()), value);
          }
        });
    return below;
  }

  private static CommandFailure wrong(Path file, String reason) {
    return new CommandFailure(ExitCode.USAGE, "--mapping " + file + ": " + reason);
  }
}
