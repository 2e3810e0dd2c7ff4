package io.floorwalker.local;

import io.floorwalker.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --conf} and {@code --set}: the user's settings. */
final class SettingsOption {

  @Option(names = "--conf", paramLabel = "FILE", description = "settings (YAML); may be repeated")
  private List<Path> conf = new ArrayList<>();

  @Option(names = "--set", paramLabel = "KEY=VALUE", description = "one setting; may be repeated")
  private List<String> sets = new ArrayList<>();

  /** Laid over those of the stack. */
  Settings on(Stack stack) {
    return stack.settings(conf, sets);
  }
}
