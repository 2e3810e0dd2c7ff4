package io.floorwalker.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page that follows its offers over a plain socket, which waits 5 s at most for anything. */
final class TestingPage implements AutoCloseable {

  private static final int PATIENCE_MS = 5_000;

  private final Socket socket;
  private final BufferedReader lines;
  private final String status;

  private TestingPage(Socket socket, BufferedReader lines, String status) {
    this.socket = socket;
    this.lines = lines;
    this.status = status;
  }

  /** Open, and past the stream's welcome where it was let in; headers are whole lines. */
  static TestingPage open(int port, String session, String... headers) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MS);
      List<String> request = new ArrayList<>(List.of("GET /sse/" + session + " HTTP/1.1"));
      request.add("Host: 127.0.0.1:" + port);
      request.addAll(List.of(headers));
      String text = String.join("\r\n", request) + "\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      TestingPage page = new TestingPage(socket, lines, String.valueOf(lines.readLine()));
      if (page.isOpen()) {
        page.next(": welcome");
      }
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isOpen() {
    return status.contains(" 200 ");
  }

  String status() {
    return status;
  }

  /** The next line that begins so, without its beginning. */
  String next(String beginning) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(beginning)) {
          return line.substring(beginning.length());
        }
      }
      throw new AssertionError("the stream ended before " + beginning);
    } catch (IOException e) {
      throw new UncheckedIOException("no line with " + beginning, e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
