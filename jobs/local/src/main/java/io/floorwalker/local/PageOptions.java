package io.floorwalker.local;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --page} and what belongs to it. */
final class PageOptions {

  @Option(
      names = "--page",
      description =
          "also serve a page on 127.0.0.1: a toy shop where you are the shopper, and beside it what"
              + " is seen, found, decided and sent")
  private boolean wanted;

  @Option(
      names = "--page-port",
      paramLabel = "P",
      converter = PortConverter.class,
      description = "of that page (default: any free)")
  private @Nullable Integer port;

  @Option(
      names = "--page-origin",
      paramLabel = "URL",
      converter = OriginConverter.class,
      description =
          "a shop page of your own that may ask for offers too, such as http://localhost:3000; may"
              + " be given more than once")
  private List<String> origins = List.of();

  boolean wanted() {
    return wanted;
  }

  OptionalInt port() {
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }

  Set<String> origins() {
    return Set.copyOf(origins);
  }
}
