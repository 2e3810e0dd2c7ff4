package io.floorwalker.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Flink distribution of the version that the jobs are built for. */
record FlinkHome(Path folder) {

  private static final String DIST = "lib/flink-dist-2.3.0.jar";

  /**
   * The one that {@code FLINK_HOME} names, else the one that is fetched, once, into the folder.
   *
   * @throws CommandFailure with exit code 2 when it is another version or cannot be fetched
   */
  static FlinkHome find(Path fetched, Progress progress) {
    String named = System.getenv("FLINK_HOME");
    FlinkHome home =
        new FlinkHome(
            named != null && !named.isEmpty() ? Path.of(named) : fetch(fetched, progress));
    if (!Files.exists(home.folder.resolve(DIST))) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "%s is no Flink 2.3.0 (%s is missing); name another one with FLINK_HOME, or unset it"
              .formatted(home.folder, DIST));
    }
    return home;
  }

  Path script(String name) {
    return folder.resolve("bin").resolve(name);
  }

  Path sample(String name) {
    return folder.resolve("conf").resolve(name);
  }

  private static Path fetch(Path into, Progress progress) {
    if (!Files.exists(into.resolve("complete"))) {
      progress.say("fetching Flink 2.3.0 from PyPI (330 MB, once) ...");
    }
    try {
      Process fetching =
          new ProcessBuilder(
                  Home.folder().resolve("deploy/local/fetch-flink").toString(), into.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said =
          new String(fetching.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (fetching.waitFor() != 0) {
        throw new CommandFailure(
            ExitCode.USAGE, "Flink could not be fetched; set FLINK_HOME to a Flink 2.3.0");
      }
      return Path.of(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "fetching Flink was interrupted", e);
    }
  }
}
