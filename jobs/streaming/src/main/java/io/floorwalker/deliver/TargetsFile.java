package io.floorwalker.deliver;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.NearestName;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads which target each channel has. Errors name file, line, key and remedy, and never quote a
 * value: an address may be its own password.
 */
final class TargetsFile {
  private final Path file;

  private TargetsFile(Path file) {
    this.file = file;
  }

  /**
   * The targets by channel.
   *
   * @throws InvalidSettings for a file that cannot be read or used
   */
  static Map<String, TargetBlock> read(Path file) throws InvalidSettings {
    TargetsFile targets = new TargetsFile(file);
    Map<String, TargetBlock> found = new LinkedHashMap<>();
    Optional<Node> root = targets.root();
    if (root.isEmpty()) {
      return found;
    }
    Map<String, Node> top = targets.block("", root.get(), List.of("targets"));
    Node all = top.get("targets");
    if (all != null) {
      for (Map.Entry<String, Node> entry : targets.block("targets", all, List.of()).entrySet()) {
        found.put(entry.getKey(), targets.target(entry.getKey(), entry.getValue()));
      }
    }
    return found;
  }

  private Optional<Node> root() throws InvalidSettings {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return new Compose(LoadSettings.builder().build()).composeReader(reader);
    } catch (IOException e) {
      throw new InvalidSettings(
          "%s: cannot be read (%s); check %s"
              .formatted(file, e.getClass().getSimpleName(), Keys.DELIVER_TARGETS_FILE.name()));
    } catch (MarkedYamlEngineException e) {
      throw new InvalidSettings(
          "%s%s: is not YAML; look for a missing quote, colon or indent"
              .formatted(file, line(e.getProblemMark())));
    } catch (YamlEngineException e) {
      throw new InvalidSettings("%s: is not YAML in UTF-8".formatted(file));
    }
  }

  Path path() {
    return file;
  }

  private TargetBlock target(String channel, Node node) throws InvalidSettings {
    TargetBlock.Place place = new TargetBlock.Place(this, channel, node);
    TargetType type = type(place.key(), node);
    return new TargetBlock(place, type, block(place.key(), node, type.keys()));
  }

  private TargetType type(String key, Node node) throws InvalidSettings {
    Node type = block(key, node, List.of()).get("type");
    if (type == null) {
      return TargetType.WEBHOOK;
    }
    String word = text(key + ".type", type);
    if (!TargetType.words().contains(word)) {
      throw wrong(
          type,
          key,
          "unknown type; did you mean %s?".formatted(NearestName.to(word, TargetType.words())));
    }
    return TargetType.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The entries of a block; with allowed names only, where there are some. */
  private Map<String, Node> block(String key, Node node, List<String> allowed)
      throws InvalidSettings {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, key, "is no block of keys; see deploy/conf/targets.yaml");
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String name = text(key, entry.getKeyNode());
      if (!allowed.isEmpty() && !allowed.contains(name)) {
        throw wrong(
            entry.getKeyNode(),
            key,
            "unknown key %s; did you mean %s?".formatted(name, NearestName.to(name, allowed)));
      }
      if (entries.put(name, entry.getValueNode()) != null) {
        throw wrong(entry.getKeyNode(), key, "%s stands twice; remove one".formatted(name));
      }
    }
    return entries;
  }

  String text(String key, Node node) throws InvalidSettings {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw wrong(node, key, "is no text; write one value behind the colon");
  }

  InvalidSettings wrong(Node node, String key, String what) {
    return new InvalidSettings(
        "%s%s: %s %s".formatted(file, line(node.getStartMark()), key, what).replace(":  ", ": "));
  }

  private static String line(Optional<Mark> mark) {
    return mark.map(at -> ":" + (at.getLine() + 1)).orElse("");
  }
}
