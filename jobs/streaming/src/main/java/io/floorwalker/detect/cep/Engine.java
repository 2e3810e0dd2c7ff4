package io.floorwalker.detect.cep;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.util.Arrays;
import java.util.Locale;

/** What runs the patterns: setting {@code detect.engine}. Both find the same. */
public enum Engine {
  /** Flink CEP's own operator for each pattern: the reference. */
  FLINK_CEP,
  /** All patterns of a stream in one operator, but for those that it does not compile. */
  FAST;

  /** The engine of these settings. */
  public static Engine from(Settings settings) {
    String wanted = settings.text(Keys.DETECT_ENGINE);
    return Arrays.stream(values())
        .filter(engine -> engine.word().equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  /** As it stands in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
