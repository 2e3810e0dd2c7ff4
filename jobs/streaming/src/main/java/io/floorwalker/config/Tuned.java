package io.floorwalker.config;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is read from settings that may differ by site or by tier.
 *
 * @param common holds wherever nothing else does
 * @param own by site or tier
 */
public record Tuned<T>(T common, Map<String, T> own) implements Serializable {

  public Tuned {
    own = Map.copyOf(own);
  }

  /** The same everywhere. */
  public static <T> Tuned<T> everywhere(T common) {
    return new Tuned<>(common, Map.of());
  }

  /** Reads the common settings, and those of each site or tier that has some of its own. */
  public static <T> Tuned<T> of(Settings settings, Scope scope, Function<Settings, T> read) {
    Map<String, T> own = new TreeMap<>();
    settings.own(scope).forEach((name, texts) -> own.put(name, read.apply(texts)));
    return new Tuned<>(read.apply(settings), own);
  }

  /** What holds at this site or for this tier; null is a tier that nobody knows. */
  public T at(@Nullable String name) {
    return name == null ? common : own.getOrDefault(name, common);
  }

  /** All that there are. */
  public Stream<T> all() {
    return Stream.concat(Stream.of(common), own.values().stream());
  }
}
