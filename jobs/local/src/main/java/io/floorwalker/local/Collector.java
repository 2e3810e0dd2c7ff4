package io.floorwalker.local;

import io.floorwalker.collect.CollectEndpoint;
import io.floorwalker.collect.WriteKeys;
import io.floorwalker.page.Origins;
import io.floorwalker.page.PageServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** Listens on loopback for what trackers send, and writes it into the stack's raw topic. */
final class Collector implements AutoCloseable {
  private static final int BESIDE = 32;
  private static final int KEY_BYTES = 16;

  private final PageServer server;
  private final CollectedCalls calls;

  private Collector(PageServer server, CollectedCalls calls) {
    this.server = server;
    this.calls = calls;
  }

  /**
   * Listens at the port; 0 takes any.
   *
   * @param origins of the pages that may send
   * @throws CommandFailure with exit code 3 where the port is taken
   */
  static Collector open(Stack stack, int port, Set<String> origins) {
    WriteKeys keys = keys(keyFile(stack));
    PageServer server = bind(port);
    CollectedCalls calls = CollectedCalls.open(stack.bootstrapServers());
    server.start(
        Set.of(BrokerFiles.HOST + ":" + server.port(), "localhost:" + server.port()),
        Map.of(CollectEndpoint.PATH, new CollectEndpoint(keys, new Origins(origins), calls)));
    return new Collector(server, calls);
  }

  /** The file with the write keys, one a line; the first is drawn at random. */
  static Path keyFile(Stack stack) {
    return stack.dir().resolve("collect.keys");
  }

  URI address() {
    return URI.create("http://" + BrokerFiles.HOST + ":" + server.port());
  }

  @Override
  public void close() {
    server.close();
    calls.close();
  }

  private static WriteKeys keys(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        OwnFile.write(file, HexFormat.of().formatHex(key) + "\n");
      }
      return WriteKeys.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException("no write keys in " + file, e);
    }
  }

  private static PageServer bind(int port) {
    try {
      return PageServer.bind(new InetSocketAddress(BrokerFiles.HOST, port), BESIDE);
    } catch (UncheckedIOException e) {
      throw new CommandFailure(
          ExitCode.STACK,
          "port %d is in use by another program; use --listen N".formatted(port),
          e);
    }
  }
}
