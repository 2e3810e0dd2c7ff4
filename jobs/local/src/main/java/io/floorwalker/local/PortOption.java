package io.floorwalker.local;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --port}: of the broker, on every command that may start one and say where. */
final class PortOption {

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = PortConverter.class,
      description = "Kafka's port on 127.0.0.1; 0: any free one (default: as last time, else 9092)")
  private @Nullable Integer port;

  OptionalInt port() {
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }
}
