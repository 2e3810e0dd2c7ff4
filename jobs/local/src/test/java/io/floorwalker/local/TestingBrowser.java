package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A real Chromium without a window, driven over its DevTools protocol. The environment variable
 * CHROMIUM names it where it is not on the PATH.
 */
final class TestingBrowser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Process process;
  private final TestingDevTools tab;

  private TestingBrowser(Process process, TestingDevTools tab) {
    this.process = process;
    this.tab = tab;
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
    return new TestingBrowser(
        process, TestingDevTools.connect(tabs(profile.resolve("DevToolsActivePort"))));
  }

  void open(URI page) {
    tab.ask("Page.navigate", Map.of("url", page.toString()));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  /** The value of an expression, or of the promise that it is. */
  @Nullable Object evaluate(String expression) {
    Map<?, ?> answer =
        tab.ask(
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
    List<?> at = (List<?>) Objects.requireNonNull(evaluate(middle.formatted(selector)));
    for (String type : List.of("mousePressed", "mouseReleased")) {
      tab.ask(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", at.get(0), "y", at.get(1), "button", "left", "clickCount", 1));
    }
  }

  /** {@code light} or {@code dark}; of somebody who wants nothing to move. */
  void scheme(String scheme) {
    List<Map<String, String>> features =
        List.of(
            Map.of("name", "prefers-color-scheme", "value", scheme),
            Map.of("name", "prefers-reduced-motion", "value", "reduce"));
    tab.ask("Emulation.setEmulatedMedia", Map.of("features", features));
  }

  void size(int width, int height) {
    tab.ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void screenshot(Path file) throws IOException {
    Object data = tab.ask("Page.captureScreenshot", Map.of("format", "png")).get("data");
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

  private static URI tabs(Path portFile) {
    assertThat(Await.until(PATIENCE, () -> Files.exists(portFile) && lines(portFile).size() > 1))
        .as("Chromium listens in time")
        .isTrue();
    return URI.create("http://127.0.0.1:" + lines(portFile).get(0) + "/json/list");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
