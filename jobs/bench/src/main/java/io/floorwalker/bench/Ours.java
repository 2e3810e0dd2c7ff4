package io.floorwalker.bench;

import io.floorwalker.config.Settings;
import io.floorwalker.detect.cep.Engine;
import java.util.Map;

/** What our contenders have in common. */
final class Ours {

  private Ours() {}

  static String title(Engine engine) {
    return engine == Engine.FAST ? "ours" : "ours, detect.engine: flink-cep";
  }

  static Settings settings(Engine engine) {
    return Settings.builtIn().with(Map.of("detect.engine", engine.word()));
  }
}
