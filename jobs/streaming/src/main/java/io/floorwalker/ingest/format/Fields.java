package io.floorwalker.ingest.format;

import io.floorwalker.contract.MalformedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a source, from which one field after the other is taken; what nobody took is the
 * rest. Values are texts, lists and objects.
 */
final class Fields {
  private static final int LONGEST_ID = 512;

  private final Map<String, Object> values = new LinkedHashMap<>();

  /** Whether the name was new; a value that is there stays. */
  boolean add(String name, Object value) {
    return values.putIfAbsent(name, value) == null;
  }

  /** Gives a field the name that {@link Families} knows it by, unless there is one of that name. */
  void rename(String from, String to) {
    moveFrom(this, from, to);
  }

  /** Puts a value in the place of another. */
  void replace(String name, Object value) {
    values.put(name, value);
  }

  /** Leaves a field out for good. */
  void remove(String name) {
    values.remove(name);
  }

  /** Takes a field from another object, under the name that {@link Families} knows it by. */
  void moveFrom(Fields other, String from, String to) {
    Object value = other.values.get(from);
    if (value != null && add(to, value)) {
      other.values.remove(from);
    }
  }

  /** Adds the fields of another object, which loses them; what is here already stays in both. */
  void moveFrom(Fields other) {
    other.values.entrySet().removeIf(entry -> add(entry.getKey(), entry.getValue()));
  }

  /** The text of a field, which stays. */
  @Nullable String look(String name) throws MalformedRecord {
    Object value = values.get(name);
    if (value == null || (value instanceof String text && text.isBlank())) {
      return null;
    }
    if (value instanceof String text) {
      return text;
    }
    throw wrong(name, "is not one value");
  }

  /** Takes the text of a field; null where there is none, or only blanks. */
  @Nullable String text(String name) throws MalformedRecord {
    String text = look(name);
    values.remove(name);
    return text;
  }

  /** Takes an id. */
  @Nullable String id(String name) throws MalformedRecord {
    String id = text(name);
    if (id != null && id.length() > LONGEST_ID) {
      throw wrong(name, "is longer than an id may be (512)");
    }
    return id;
  }

  /** Takes a text without which the record is nothing. */
  String required(String name) throws MalformedRecord {
    String text = text(name);
    if (text == null) {
      throw wrong(name, "is missing");
    }
    return text;
  }

  /** The object of that name, to take from; an empty one where there is none. */
  Fields at(String name) throws MalformedRecord {
    Object value = values.get(name);
    if (value == null) {
      return new Fields();
    }
    if (value instanceof Fields fields) {
      return fields;
    }
    throw wrong(name, "is no object");
  }

  /** The objects of the list of that name, to take from. */
  List<Fields> objects(String name) throws MalformedRecord {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    List<Fields> objects = new ArrayList<>();
    if (value instanceof List<?> list) {
      for (Object each : list) {
        if (each instanceof Fields fields) {
          objects.add(fields);
        }
      }
      if (objects.size() == list.size()) {
        return objects;
      }
    }
    throw wrong(name, "is no list of objects");
  }

  /** What nobody took, by its path: {@code properties.filters.0.type}. */
  void rest(String prefix, Map<String, String> rest) {
    values.forEach((name, value) -> rest(prefix + name, value, rest));
  }

  private static void rest(String path, Object value, Map<String, String> rest) {
    if (value instanceof Fields fields) {
      fields.rest(path + ".", rest);
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        rest(path + "." + i, list.get(i), rest);
      }
    } else {
      rest.put(path, value.toString());
    }
  }

  static MalformedRecord wrong(String name, String reason) {
    return new MalformedRecord(MalformedRecord.FIELD, name + " " + reason);
  }
}
