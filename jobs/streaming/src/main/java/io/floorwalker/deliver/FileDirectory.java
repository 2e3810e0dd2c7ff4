package io.floorwalker.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Addresses by reference in a YAML file, read again when the file has changed. */
final class FileDirectory implements RecipientDirectory {
  private final Path file;
  private Map<String, String> addresses = Map.of();
  private @Nullable FileTime readAt;

  FileDirectory(Path file) {
    this.file = file;
  }

  @Override
  public synchronized Optional<String> address(String recipientRef) throws IOException {
    FileTime changedAt = Files.getLastModifiedTime(file);
    if (!changedAt.equals(readAt)) {
      addresses = read();
      readAt = changedAt;
    }
    return Optional.ofNullable(addresses.get(recipientRef));
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> found = new HashMap<>();
    try {
      if (new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file))
          instanceof Map<?, ?> entries) {
        entries.forEach((key, value) -> found.put(String.valueOf(key), String.valueOf(value)));
      }
    } catch (YamlEngineException e) {
      // Without the cause, which quotes addresses.
      throw new DirectoryDown();
    }
    return found;
  }
}
