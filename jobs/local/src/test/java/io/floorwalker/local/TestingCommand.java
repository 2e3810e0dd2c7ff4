package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own, as a user starts it. */
final class TestingCommand {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final Path out;
  private final Path err;

  private TestingCommand(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static TestingCommand start(Path dir, String... arguments) {
    try {
      Path folder = Files.createTempDirectory(dir.getParent(), "command");
      Path out = folder.resolve("out");
      Path err = folder.resolve("err");
      Process process =
          new ProcessBuilder(command(folder, dir, arguments))
              .redirectInput(new File("/dev/null"))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      return new TestingCommand(process, out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestingCommand run(Path dir, String... arguments) {
    TestingCommand command = start(dir, arguments);
    command.exitCode();
    return command;
  }

  int exitCode() {
    try {
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      assertThat(ended).as("the command ends; it said: %s", said()).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** What it told the user on stderr so far. */
  String said() {
    return text(err);
  }

  String printed() {
    return text(out);
  }

  void awaitSaid(String words) {
    boolean said = Await.until(PATIENCE, () -> said().contains(words) || !process.isAlive());
    assertThat(said).as("says '%s'; it said: %s", words, said()).isTrue();
    assertThat(said()).contains(words);
  }

  void awaitPrinted(String words) {
    boolean came = Await.until(PATIENCE, () -> printed().contains(words) || !process.isAlive());
    assertThat(came).as("prints '%s'; it said: %s", words, said()).isTrue();
    assertThat(printed()).contains(words);
  }

  long pid() {
    return process.pid();
  }

  void terminate() {
    process.destroy();
  }

  void kill() {
    process.destroyForcibly();
  }

  private static List<String> command(Path folder, Path dir, String... arguments)
      throws IOException {
    Path jvm = folder.resolve("jvm");
    List<String> options = new ArrayList<>();
    options.add("-Xmx1g");
    for (String module :
        List.of(
            "lang",
            "lang.invoke",
            "lang.reflect",
            "net",
            "nio",
            "time",
            "util",
            "util.concurrent",
            "util.concurrent.atomic",
            "util.concurrent.locks",
            "io",
            "text")) {
      options.add("--add-opens=java.base/java." + module + "=ALL-UNNAMED");
    }
    options.add("-Dfloorwalker.home=" + System.getProperty("floorwalker.root"));
    options.add(
        "-Dlog4j2.configurationFile="
            + Path.of(Objects.requireNonNull(System.getProperty("floorwalker.root")))
                .resolve("deploy/conf/log4j2.properties"));
    options.add("-cp");
    options.add("\"" + System.getProperty("java.class.path") + "\"");
    Files.write(jvm, options);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + jvm);
    command.add(Floorwalker.class.getName());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--dir", dir.toString()));
    return command;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
