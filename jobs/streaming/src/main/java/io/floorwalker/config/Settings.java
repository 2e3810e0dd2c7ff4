package io.floorwalker.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All settings of a job, validated: built-in, then files, then environment, then {@code --set};
 * later wins.
 */
public final class Settings {
  /** Variables with our prefix that are no settings: others read them. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "FLOORWALKER_DIR",
          "FLOORWALKER_HOME",
          "FLOORWALKER_JAVA_OPTS",
          "FLOORWALKER_PRIVACY_KEYS",
          "FLOORWALKER_TESTDATA");

  private static final Map<String, Key<?>> KNOWN =
      Keys.all().stream().collect(Collectors.toMap(Key::name, Function.identity()));

  private final Map<String, String> texts = new TreeMap<>();

  private Settings() {}

  public static Settings builtIn() {
    return new Settings();
  }

  /**
   * Reads the files in their order, the environment's {@code FLOORWALKER_} variables and {@code
   * key=value} texts.
   *
   * @throws InvalidSettings for an unknown or repeated key or a text that does not fit, with place
   *     and remedy
   */
  public static Settings read(List<Path> files, Map<String, String> environment, List<String> sets)
      throws InvalidSettings {
    Settings settings = new Settings();
    for (Path file : files) {
      settings.add(YamlSettings.read(file));
    }
    settings.add(fromEnvironment(environment));
    settings.add(fromSets(sets));
    return settings;
  }

  /** These settings with some more texts, which win; used where a program sets what it knows. */
  public Settings with(Map<String, String> more) {
    Settings settings = new Settings();
    settings.texts.putAll(texts);
    settings.texts.putAll(more);
    return settings;
  }

  public String text(Key<String> key) {
    return value(key);
  }

  public long number(Key<Long> key) {
    return value(key);
  }

  public double decimal(Key<Double> key) {
    return value(key);
  }

  public boolean flag(Key<Boolean> key) {
    return value(key);
  }

  public Duration duration(Key<Duration> key) {
    return value(key);
  }

  /** Whether somebody set the key, so that it does not hold its built-in text. */
  public boolean isSet(Key<?> key) {
    return texts.containsKey(key.name());
  }

  /** The texts of all keys below the prefix, by key without the prefix. */
  public Map<String, String> below(String prefix) {
    Map<String, String> found = new TreeMap<>();
    texts.forEach(
        (key, text) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), text);
          }
        });
    return found;
  }

  /**
   * The settings of each site or tier that has some of its own, by its name: these, and its own,
   * which win.
   */
  public Map<String, Settings> own(Scope scope) {
    Map<String, Settings> own = new TreeMap<>();
    scope.own(texts).forEach((name, more) -> own.put(name, with(more)));
    return own;
  }

  private <T> T value(Key<T> key) {
    String text = texts.getOrDefault(key.name(), key.builtIn());
    return key.type().parse(text);
  }

  private void add(List<SettingText> found) throws InvalidSettings {
    Map<String, String> places = new HashMap<>();
    for (SettingText setting : found) {
      String earlier = places.put(setting.key(), setting.place());
      if (earlier != null) {
        throw new InvalidSettings(
            "%s: %s is set twice (first at %s); remove one"
                .formatted(setting.place(), setting.key(), earlier));
      }
      check(setting);
      texts.put(setting.key(), setting.text());
    }
  }

  private static void check(SettingText setting) throws InvalidSettings {
    String name = setting.key();
    if (name.startsWith(Keys.FLINK_PREFIX) || name.startsWith(Keys.KAFKA_CLIENT_PREFIX)) {
      return;
    }
    if (isTier(name)) {
      requireRoles(setting);
      return;
    }
    if (name.startsWith(RuleVersions.PREFIX)) {
      RuleVersions.check(setting);
      return;
    }
    for (Scope scope : Scope.values()) {
      if (scope.includes(name)) {
        requireFit(setting, scope.keyOf(setting));
        return;
      }
    }
    Key<?> key = KNOWN.get(name);
    if (key == null) {
      throw new InvalidSettings(
          "%s: unknown key %s; did you mean %s?"
              .formatted(setting.place(), name, NearestName.to(name, KNOWN.keySet())));
    }
    requireFit(setting, key);
  }

  private static void requireFit(SettingText setting, Key<?> key) throws InvalidSettings {
    try {
      var unused = key.type().parse(setting.text());
    } catch (IllegalArgumentException e) {
      throw new InvalidSettings(
          "%s: %s = '%s' does not fit; it takes %s (built-in: %s)"
              .formatted(
                  setting.place(),
                  setting.key(),
                  setting.text(),
                  key.type().expects(),
                  key.builtIn()));
    }
  }

  private static boolean isTier(String name) {
    return name.startsWith(Keys.REQUIRED_ROLES_PREFIX)
        && name.length() > Keys.REQUIRED_ROLES_PREFIX.length();
  }

  private static void requireRoles(SettingText setting) throws InvalidSettings {
    for (String role : setting.text().split(",", -1)) {
      if (role.isBlank()) {
        throw new InvalidSettings(
            "%s: %s = '%s' does not fit; it takes roles, comma between, such as champion,user"
                .formatted(setting.place(), setting.key(), setting.text()));
      }
    }
  }

  private static List<SettingText> fromEnvironment(Map<String, String> environment)
      throws InvalidSettings {
    Map<String, String> names =
        Keys.all().stream().collect(Collectors.toMap(Key::environmentName, Key::name));
    List<SettingText> found = new ArrayList<>();
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      if (!name.startsWith(Keys.ENVIRONMENT_PREFIX) || OTHER_VARIABLES.contains(name)) {
        continue;
      }
      @Nullable String key = names.get(name);
      if (key == null) {
        throw new InvalidSettings(
            "environment: unknown variable %s; did you mean %s?"
                .formatted(name, NearestName.to(name, names.keySet())));
      }
      found.add(new SettingText(key, variable.getValue(), "environment " + name));
    }
    return found;
  }

  private static List<SettingText> fromSets(List<String> sets) throws InvalidSettings {
    List<SettingText> found = new ArrayList<>();
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 1) {
        throw new InvalidSettings("--set %s: write it as --set key=value".formatted(set));
      }
      found.add(
          new SettingText(
              set.substring(0, equals).trim(), set.substring(equals + 1).trim(), "--set"));
    }
    return found;
  }
}
