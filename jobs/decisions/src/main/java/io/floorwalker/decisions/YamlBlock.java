package io.floorwalker.decisions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A block of keys in a YAML file. Whatever does not fit is an {@link InvalidPolicy} that names the
 * place.
 */
final class YamlBlock {
  /** What a text must look like, and what is made of it; throws IllegalArgumentException else. */
  interface Shape<T> {
    T read(String text);
  }

  private final String file;
  private final String path;
  private final Node node;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlBlock(String file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  /** The block in this node; the path says where it stands. */
  static YamlBlock of(String file, String path, Node node) throws InvalidPolicy {
    YamlBlock block = new YamlBlock(file, path, node);
    if (!(node instanceof MappingNode mapping)) {
      throw block.wrong(node, path, "a block of keys belongs here");
    }
    for (NodeTuple entry : mapping.getValue()) {
      String key = block.scalar(entry.getKeyNode(), path);
      if (block.values.put(key, entry.getValueNode()) != null) {
        throw block.wrong(entry.getKeyNode(), block.at(key), "is set twice; remove one");
      }
    }
    return block;
  }

  /** Refuses every key that is not among these. */
  YamlBlock allows(String... keys) throws InvalidPolicy {
    List<String> known = Arrays.asList(keys);
    for (Map.Entry<String, Node> value : values.entrySet()) {
      if (!known.contains(value.getKey())) {
        throw wrong(
            value.getValue(),
            at(value.getKey()),
            "is unknown; there are " + String.join(", ", known));
      }
    }
    return this;
  }

  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  <T> T required(String key, String expects, Shape<T> shape) throws InvalidPolicy {
    Optional<T> found = optional(key, expects, shape);
    if (found.isEmpty()) {
      throw wrong(node, at(key), "is missing; it takes " + expects);
    }
    return found.get();
  }

  <T> Optional<T> optional(String key, String expects, Shape<T> shape) throws InvalidPolicy {
    Node value = values.get(key);
    return value == null ? Optional.empty() : Optional.of(shaped(value, at(key), expects, shape));
  }

  /** The texts of a list; none where the key is missing. */
  <T> List<T> list(String key, String expects, Shape<T> shape) throws InvalidPolicy {
    List<T> texts = new ArrayList<>();
    for (Node item : items(key)) {
      texts.add(shaped(item, at(key), expects, shape));
    }
    return texts;
  }

  List<YamlBlock> blocks(String key) throws InvalidPolicy {
    List<YamlBlock> blocks = new ArrayList<>();
    for (Node item : items(key)) {
      blocks.add(of(file, "%s[%d]".formatted(at(key), blocks.size() + 1), item));
    }
    return blocks;
  }

  YamlBlock block(String key) throws InvalidPolicy {
    Node value = values.get(key);
    if (value == null) {
      throw wrong(node, at(key), "is missing; a block of keys belongs here");
    }
    return of(file, at(key), value);
  }

  /** The error that this key of the block causes. */
  InvalidPolicy wrong(String key, String remedy) {
    return wrong(values.getOrDefault(key, node), at(key), remedy);
  }

  private List<Node> items(String key) throws InvalidPolicy {
    Node value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode sequence)) {
      throw wrong(value, at(key), "a list belongs here: [one, two]");
    }
    return sequence.getValue();
  }

  private <T> T shaped(Node value, String key, String expects, Shape<T> shape)
      throws InvalidPolicy {
    String text = scalar(value, key);
    try {
      return shape.read(text);
    } catch (IllegalArgumentException e) {
      throw wrong(value, key, "= '%s' does not fit; it takes %s".formatted(text, expects));
    }
  }

  private String scalar(Node value, String key) throws InvalidPolicy {
    if (value instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(value, key, "a single value belongs here");
  }

  private InvalidPolicy wrong(Node where, String key, String remedy) {
    String line = where.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    return new InvalidPolicy("%s%s: %s %s".formatted(file, line, key, remedy));
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
