package io.floorwalker.local;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --web-port}: of Flink's web UI, on every command that runs jobs. */
final class WebPortOption {

  @Option(
      names = "--web-port",
      paramLabel = "P",
      converter = PortConverter.class,
      description = "of the web UI on 127.0.0.1 (default: 8081 or the next free one)")
  private @Nullable Integer port;

  OptionalInt port() {
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }
}
