package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.deliver.web.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A real Chromium without a window, driven over its DevTools protocol. The environment variable
 * CHROMIUM names it where it is not on the PATH.
 */
final class TestingBrowser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final Json json = new Json();
  private final Map<Long, CompletableFuture<Map<?, ?>>> asked = new ConcurrentHashMap<>();
  private WebSocket tab;
  private long number;

  private TestingBrowser(Process process) {
    this.process = process;
  }

  /** With an empty profile in the folder. */
  static TestingBrowser start(Path folder) throws IOException {
    Path profile = Files.createDirectories(folder.resolve("chromium"));
    Process process =
        new ProcessBuilder(
                executable(),
                "--headless=new",
                "--no-sandbox", // whoever runs the tests may be root
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    TestingBrowser browser = new TestingBrowser(process);
    browser.connect(profile.resolve("DevToolsActivePort"));
    return browser;
  }

  void open(URI page) {
    ask("Page.navigate", Map.of("url", page.toString()));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  /** The value of an expression, or of the promise that it is. */
  Object evaluate(String expression) {
    Map<?, ?> answer =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    assertThat(answer.get("exceptionDetails")).as(expression).isNull();
    return ((Map<?, ?>) Objects.requireNonNull(answer.get("result"))).get("value");
  }

  void await(String condition) {
    assertThat(Await.until(PATIENCE, () -> Boolean.TRUE.equals(evaluate(condition))))
        .as("in time: %s; the page says: %s", condition, text("main"))
        .isTrue();
  }

  /** What a person reads there. */
  String text(String selector) {
    return String.valueOf(evaluate("document.querySelector(`" + selector + "`)?.innerText ?? ''"));
  }

  /** Presses and releases the mouse in the middle of what is to be seen there. */
  void click(String selector) {
    String middle =
        "(() => { const box = document.querySelector(`%s`); box.scrollIntoView({block: 'center'});"
            + " const at = box.getBoundingClientRect();"
            + " return [Math.round(at.x + at.width / 2), Math.round(at.y + at.height / 2)]; })()";
    List<?> at = (List<?>) evaluate(middle.formatted(selector));
    for (String type : List.of("mousePressed", "mouseReleased")) {
      ask(
          "Input.dispatchMouseEvent",
          Map.of(
              "type", type, "x", at.get(0), "y", at.get(1), "button", "left", "clickCount", 1));
    }
  }

  /** {@code light} or {@code dark}. */
  void scheme(String scheme) {
    Map<String, String> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    ask("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  void size(int width, int height) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void screenshot(Path file) throws IOException {
    Object data = ask("Page.captureScreenshot", Map.of("format", "png")).get("data");
    Files.write(file, Base64.getDecoder().decode(String.valueOf(data)));
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String executable() {
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    Stream<Path> named = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).stream();
    return Stream.concat(named, onPath)
        .filter(Files::isExecutable)
        .findFirst()
        .map(Path::toString)
        .orElseThrow(
            () ->
                new AssertionError(
                    "no Chromium is on the PATH; install chromium, or set CHROMIUM to one"));
  }

  private void connect(Path portFile) throws IOException {
    assertThat(Await.until(PATIENCE, () -> Files.exists(portFile) && lines(portFile).size() > 1))
        .as("Chromium listens in time")
        .isTrue();
    URI tabs = URI.create("http://127.0.0.1:" + lines(portFile).get(0) + "/json/list");
    HttpClient client = HttpClient.newHttpClient();
    String answer =
        client
            .sendAsync(HttpRequest.newBuilder(tabs).build(), BodyHandlers.ofString())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join()
            .body();
    URI address =
        json.list(answer).stream()
            .map(Map.class::cast)
            .filter(one -> "page".equals(one.get("type")))
            .map(one -> URI.create(String.valueOf(one.get("webSocketDebuggerUrl"))))
            .findFirst()
            .orElseThrow();
    tab = client.newWebSocketBuilder().buildAsync(address, new Answers()).join();
  }

  private Map<?, ?> ask(String method, Map<String, Object> parameters) {
    CompletableFuture<Map<?, ?>> answer = new CompletableFuture<>();
    long id = ++number;
    asked.put(id, answer);
    byte[] question = json.bytes(Map.of("id", id, "method", method, "params", parameters));
    tab.sendText(new String(question, StandardCharsets.UTF_8), true).join();
    Map<?, ?> said = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    assertThat(said.get("error")).as(method).isNull();
    return (Map<?, ?>) Objects.requireNonNull(said.get("result"));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the parts of each answer together, and gives it to whoever asked. */
  private final class Answers implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        Map<?, ?> said = json.object(text.toString());
        text.setLength(0);
        if (said.get("id") instanceof Number id) {
          Objects.requireNonNull(asked.remove(id.longValue())).complete(said);
        }
      }
      socket.request(1);
      return null;
    }
  }
}
