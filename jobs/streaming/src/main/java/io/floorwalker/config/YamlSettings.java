package io.floorwalker.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a YAML file, nested or dotted alike, into key and text with the line of each. */
final class YamlSettings {
  private final Path file;
  private final List<SettingText> found = new ArrayList<>();

  private YamlSettings(Path file) {
    this.file = file;
  }

  static List<SettingText> read(Path file) throws InvalidSettings {
    YamlSettings settings = new YamlSettings(file);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file.toString()).build())
              .composeReader(reader);
      if (root.isPresent()) {
        settings.walk("", root.get());
      }
    } catch (IOException e) {
      throw new InvalidSettings(
          "%s: cannot be read (%s); check the path after --conf".formatted(file, e.getMessage()));
    } catch (YamlEngineException e) {
      throw new InvalidSettings("%s: is not YAML: %s".formatted(file, e.getMessage()));
    }
    return settings.found;
  }

  private void walk(String prefix, Node node) throws InvalidSettings {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String name = ((ScalarNode) entry.getKeyNode()).getValue();
        walk(prefix.isEmpty() ? name : prefix + "." + name, entry.getValueNode());
      }
    } else if (node instanceof ScalarNode scalar && !prefix.isEmpty()) {
      found.add(new SettingText(prefix, scalar.getValue(), place(node)));
    } else {
      throw new InvalidSettings(
          "%s: %s: a list stands where a value or a nested block belongs"
              .formatted(place(node), prefix));
    }
  }

  private String place(Node node) {
    return file + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
  }
}
