package io.floorwalker.local;

import io.floorwalker.config.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/**
 * The addresses of one stack as a settings file in its folder: below all that users set, and with a
 * place that an error can name, as any other file.
 */
final class StackSettings {

  private static final String PARTITIONS = "4";
  private static final String LOOPBACK = "127.0.0.0/8,::1/128";

  private final Path dir;
  private final String bootstrapServers;

  StackSettings(Path dir, String bootstrapServers) {
    this.dir = dir;
    this.bootstrapServers = bootstrapServers;
  }

  /** Writes the file anew; returns it. Readers at the same time see the old or the new one. */
  Path write() {
    Path folder = dir.resolve("run");
    try {
      Files.createDirectories(dir.resolve("warehouse"));
      Files.createDirectories(folder);
      Path written = Files.createTempFile(folder, "stack", ".yaml");
      Files.writeString(written, text());
      return Files.move(
          written,
          folder.resolve("stack.yaml"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    text.append("# Written by every command; what you put here is lost. Use --conf.\n");
    values()
        .forEach(
            (key, value) ->
                text.append(key).append(": '").append(value.replace("'", "''")).append("'\n"));
    return text.toString();
  }

  private Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    values.put(Keys.KAFKA_BOOTSTRAP_SERVERS.name(), bootstrapServers);
    values.put(Keys.KAFKA_PARTITIONS.name(), PARTITIONS);
    // Several jobs share the file: readers do not wait for writers, writers wait their turn.
    values.put(
        Keys.CATALOG_URI.name(),
        "jdbc:sqlite:" + dir.resolve("catalog.db") + "?journal_mode=WAL&busy_timeout=30000");
    values.put(Keys.CATALOG_WAREHOUSE.name(), "file://" + dir.resolve("warehouse"));
    values.put(Keys.PRIVACY_KEYS_FILE.name(), StackKeys.of(dir).file().toString());
    // All of a stack is on this machine, and so is what it is tried with.
    values.put(Keys.DELIVER_ALLOWED_NETWORKS.name(), LOOPBACK);
    return values;
  }
}
