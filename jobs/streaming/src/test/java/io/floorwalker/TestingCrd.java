package io.floorwalker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a custom resource, as strict as {@code kubectl apply --validate=strict}: types,
 * enums, required fields, and no field that it does not know.
 */
final class TestingCrd {
  private final Map<String, @Nullable Object> schema;

  private TestingCrd(Map<String, @Nullable Object> schema) {
    this.schema = schema;
  }

  static TestingCrd read(Path file) throws IOException {
    return new TestingCrd(
        TestingManifests.map(
            TestingManifests.at(
                TestingManifests.one(file), "spec/versions/0/schema/openAPIV3Schema")));
  }

  /** What is wrong with the resource, each with its path; its metadata is the API server's. */
  List<String> complaints(Map<String, @Nullable Object> resource) {
    List<String> found = new ArrayList<>();
    Object spec = TestingManifests.at(resource, "spec");
    check(
        "spec", spec, TestingManifests.map(TestingManifests.at(schema, "properties/spec")), found);
    return found;
  }

  private static void check(
      String path, Object value, Map<String, @Nullable Object> schema, List<String> found) {
    if (Boolean.TRUE.equals(schema.get("x-kubernetes-int-or-string"))) {
      if (!(value instanceof Integer) && !(value instanceof String)) {
        found.add(path + " is neither a number nor a text");
      }
      return;
    }
    Object type = schema.get("type");
    if (type != null && !fits(value, type.toString())) {
      found.add(path + " is no " + type);
      return;
    }
    if (schema.get("enum") instanceof List<?> words && !words.contains(value)) {
      found.add(path + " is none of " + words);
    }
    if (value instanceof List<?> list && schema.get("items") != null) {
      for (int i = 0; i < list.size(); i++) {
        check(path + "/" + i, list.get(i), child(schema, "items"), found);
      }
    } else if (value instanceof Map) {
      checkFields(path, TestingManifests.map(value), schema, found);
    }
  }

  private static void checkFields(
      String path,
      Map<String, @Nullable Object> fields,
      Map<String, @Nullable Object> schema,
      List<String> found) {
    if (schema.get("required") instanceof List<?> required) {
      required.stream()
          .filter(name -> !fields.containsKey(name))
          .forEach(name -> found.add(path + "/" + name + " is missing"));
    }
    fields.forEach(
        (name, value) -> {
          String place = path + "/" + name;
          if (schema.get("properties") instanceof Map<?, ?> known && known.containsKey(name)) {
            check(place, value, child(child(schema, "properties"), name), found);
          } else if (schema.get("additionalProperties") instanceof Map) {
            check(place, value, child(schema, "additionalProperties"), found);
          } else if (!Boolean.TRUE.equals(schema.get("x-kubernetes-preserve-unknown-fields"))) {
            found.add(place + " is unknown");
          }
        });
  }

  private static Map<String, @Nullable Object> child(
      Map<String, @Nullable Object> schema, String name) {
    return TestingManifests.map(TestingManifests.at(schema, name));
  }

  private static boolean fits(Object value, String type) {
    return switch (type) {
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "string" -> value instanceof String;
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "number" -> value instanceof Number;
      case "boolean" -> value instanceof Boolean;
      default -> false;
    };
  }
}
