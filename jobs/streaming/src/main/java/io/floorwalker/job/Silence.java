package io.floorwalker.job;

import io.floorwalker.config.Key;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.decisions.ConsentDefaults;

/** What it counts as when a person says nothing about being reached, for decide and deliver. */
final class Silence {

  private Silence() {}

  static ConsentDefaults countsAs(Settings settings) {
    return new ConsentDefaults(
        granted(settings, Keys.CONSENT_DEFAULT_MARKETING),
        granted(settings, Keys.CONSENT_DEFAULT_SALES),
        granted(settings, Keys.CONSENT_DEFAULT_PROFILING));
  }

  private static boolean granted(Settings settings, Key<String> key) {
    return settings.text(key).equals("granted");
  }
}
