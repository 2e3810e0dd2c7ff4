package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;

/** Which webhook each channel has in the demo: all of them the demo's own receiver. */
final class DemoTargets {

  private final Path folder;

  /** Below the folder of a stack. */
  DemoTargets(Path dir) {
    this.folder = dir.resolve("run");
  }

  Path secretFile() {
    return folder.resolve("webhook-secret");
  }

  Path targetsFile() {
    return folder.resolve("targets.yaml");
  }

  /** Writes the file that {@code deliver.targets.file} names, readable for its owner only. */
  void write(URI receiver) {
    try {
      OwnFile.write(targetsFile(), text(receiver));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + targetsFile(), e);
    }
  }

  String text(URI receiver) {
    StringBuilder text = new StringBuilder();
    text.append("# Written by every demo; what you put here is lost.\ntargets:\n");
    for (String channel : DemoReceiver.CHANNELS) {
      text.append("  %s:\n".formatted(channel))
          .append("    url: %s\n".formatted(quoted(receiver.resolve(channel).toString())))
          .append("    secret_file: %s\n".formatted(quoted(secretFile().toString())));
    }
    return text.toString();
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }
}
