package io.floorwalker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML files, and what kustomize makes of one and its patches where it knows no schema. */
final class TestingManifests {

  private TestingManifests() {}

  static List<Map<String, @Nullable Object>> read(Path file) throws IOException {
    Iterable<Object> documents =
        new Load(LoadSettings.builder().setCodePointLimit(1 << 21).build())
            .loadAllFromString(Files.readString(file));
    return StreamSupport.stream(documents.spliterator(), false).map(TestingManifests::map).toList();
  }

  static Map<String, @Nullable Object> one(Path file) throws IOException {
    return read(file).get(0);
  }

  /** RFC 7396: maps are laid over each other, all else is replaced; null removes. */
  static Map<String, @Nullable Object> patched(
      Map<String, @Nullable Object> base, Map<String, @Nullable Object> patch) {
    Map<String, @Nullable Object> merged = new LinkedHashMap<>(base);
    patch.forEach(
        (key, value) -> {
          if (value == null) {
            merged.remove(key);
          } else if (value instanceof Map && merged.get(key) instanceof Map) {
            merged.put(key, patched(map(Objects.requireNonNull(merged.get(key))), map(value)));
          } else {
            merged.put(key, value);
          }
        });
    return merged;
  }

  /** What stands at a path of keys and list positions. */
  static Object at(Object document, String path) {
    Object found = document;
    for (String step : path.split("/", -1)) {
      found =
          Objects.requireNonNull(
              found instanceof List<?> list
                  ? list.get(Integer.parseInt(step))
                  : map(found).get(step),
              path);
    }
    return found;
  }

  @SuppressWarnings("unchecked") // what YAML calls a mapping
  static Map<String, @Nullable Object> map(Object value) {
    return (Map<String, @Nullable Object>) value;
  }
}
