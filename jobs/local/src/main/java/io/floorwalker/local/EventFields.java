package io.floorwalker.local;

import io.floorwalker.config.NearestName;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * The fields of an event that can be imported, in the order of the schema. They are read from it,
 * so a new field is known here at once.
 */
final class EventFields {
  /** Ingest alone says who the customer is. */
  private static final Set<String> SET_BY_INGEST = Set.of("customer_key");

  private EventFields() {}

  /**
   * The field of that name.
   *
   * @throws CommandFailure with exit code 2 and the nearest name when there is none
   */
  static EventField named(String path) {
    return all().stream()
        .filter(field -> field.path().equals(path))
        .findFirst()
        .orElseThrow(() -> unknown(path));
  }

  static List<EventField> all() {
    List<EventField> found = new ArrayList<>();
    for (Schema.Field top : CustomerEvent.getClassSchema().getFields()) {
      Schema schema = FieldText.withoutNull(top.schema());
      if (schema.getType() == Schema.Type.RECORD) {
        for (Schema.Field inner : schema.getFields()) {
          if (FieldText.exists(inner.schema())) {
            found.add(new EventField(top.name() + "." + inner.name(), top, inner));
          }
        }
      } else if (FieldText.exists(schema) && !SET_BY_INGEST.contains(top.name())) {
        found.add(new EventField(top.name(), null, top));
      }
    }
    return List.copyOf(found);
  }

  private static CommandFailure unknown(String path) {
    List<String> paths = all().stream().map(EventField::path).toList();
    return new CommandFailure(
        ExitCode.USAGE,
        "field \"%s\" is not one that can be imported; did you mean \"%s\"? (all fields: %s)"
            .formatted(path, NearestName.to(path, paths), String.join(", ", paths)));
  }
}
