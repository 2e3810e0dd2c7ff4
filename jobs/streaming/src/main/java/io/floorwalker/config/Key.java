package io.floorwalker.config;

/**
 * One setting.
 *
 * @param name dotted, as in a file or after {@code --set}
 * @param builtIn the text that holds when nobody sets it
 * @param meaning one line for the settings table
 */
public record Key<T>(String name, ValueType<T> type, String builtIn, String meaning) {

  /** The environment variable that sets this key. */
  String environmentName() {
    return Keys.ENVIRONMENT_PREFIX
        + name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
