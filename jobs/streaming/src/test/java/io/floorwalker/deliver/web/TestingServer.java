package io.floorwalker.deliver.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers every connection with one text and counts them. */
final class TestingServer implements AutoCloseable {
  private final ServerSocket socket;
  private final String answer;
  private final AtomicInteger connections = new AtomicInteger();

  private TestingServer(ServerSocket socket, String answer) {
    this.socket = socket;
    this.answer = answer;
    DaemonThreads.named("testing-server").newThread(this::serve).start();
  }

  /** On all addresses of this machine, so that no spelling of one is missed. */
  static TestingServer saying(String answer) {
    try {
      return new TestingServer(new ServerSocket(0), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        connections.incrementAndGet();
        connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
        connection.shutdownOutput();
        connection.getInputStream().readAllBytes();
      } catch (IOException e) {
        // The other side has gone, or the test is over.
      }
    }
  }

  static InetAddress[] at(String... addresses) {
    InetAddress[] found = new InetAddress[addresses.length];
    for (int index = 0; index < addresses.length; index++) {
      try {
        found[index] = InetAddress.getByName(addresses[index]);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
