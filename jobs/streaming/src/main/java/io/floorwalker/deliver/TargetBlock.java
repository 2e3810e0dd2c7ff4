package io.floorwalker.deliver;

import io.floorwalker.config.InvalidSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** One target of the file. Only its name may be shown. */
final class TargetBlock {

  /** Where it stands: its channel, and the file for errors. */
  record Place(TargetsFile file, String channel, Node node) {
    String key() {
      return "targets." + channel;
    }
  }

  private final Place place;
  private final TargetType type;
  private final Map<String, Node> fields;
  private final TargetValues values;
  private final String name;

  TargetBlock(Place place, TargetType type, Map<String, Node> fields) throws InvalidSettings {
    this.place = place;
    this.type = type;
    this.fields = fields;
    this.values = new TargetValues(place.file().path());
    this.name = text("name").orElse(place.channel());
  }

  TargetType type() {
    return type;
  }

  String name() {
    return name;
  }

  Optional<String> text(String key) throws InvalidSettings {
    Node field = fields.get(key);
    return field == null
        ? Optional.empty()
        : Optional.of(place.file().text(place.key() + "." + key, field).strip());
  }

  /** A text that has to be there; the remedy says how. */
  String needed(String key, String remedy) throws InvalidSettings {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      throw place.file().wrong(place.node(), place.key(), "has no " + key + "; " + remedy);
    }
    return text.get();
  }

  /** One of these words, the first unless given. */
  String oneOf(String key, List<String> words) throws InvalidSettings {
    String word = text(key).orElse(words.get(0));
    if (!words.contains(word)) {
      throw wrong(key, key + " is none of " + String.join(", ", words) + "; write one of them");
    }
    return word;
  }

  /** A number above 0. */
  double number(String key, double otherwise) throws InvalidSettings {
    Optional<String> text = text(key);
    try {
      double number = text.isEmpty() ? otherwise : Double.parseDouble(text.get());
      if (text.isEmpty() || number > 0 && number < 1e6) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw wrong(key, key + " is no number above 0; write one such as 5");
  }

  URI address(String key, String remedy) throws InvalidSettings {
    String text = needed(key, remedy);
    try {
      return values.address(key, text);
    } catch (TargetValues.Unusable e) {
      throw wrong(key, String.valueOf(e.getMessage()));
    }
  }

  Optional<Signature> signature() throws InvalidSettings {
    Optional<String> file = text("secret_file");
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(values.signature(file.get()));
    } catch (TargetValues.Unusable e) {
      throw wrong("secret_file", String.valueOf(e.getMessage()));
    }
  }

  /** What stands in the file that this key names. */
  String secret(String key, String remedy) throws InvalidSettings {
    String file = needed(key, remedy);
    try {
      return values.secret(key, file);
    } catch (TargetValues.Unusable e) {
      throw wrong(key, String.valueOf(e.getMessage()));
    }
  }

  /** A file beside the targets file. */
  Path file(String text) {
    return values.beside(text);
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  InvalidSettings wrong(String key, String what) {
    Node field = fields.get(key);
    return place.file().wrong(field == null ? place.node() : field, place.key(), what);
  }

  @Override
  public String toString() {
    return name;
  }
}
