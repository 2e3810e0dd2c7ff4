package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

  @TempDir Path folder;

  private final ProcessHandle self = ProcessHandle.current();
  private Process other = nothing();

  @AfterEach
  void end() {
    other.destroyForcibly();
  }

  @Test
  void holdsTheNumberOfTheProcessAndNothingElse() throws IOException {
    assertThat(pidFile().claim(self)).isEmpty();

    assertThat(folder.resolve("job.pid")).hasContent(self.pid() + "\n");
    assertThat(pidFile().owner()).contains(self);
    assertThat(pidFile().isStale()).isFalse();
  }

  @Test
  void isNotTakenFromALiveProcessOfOurs() throws IOException {
    other = process("sh", "-c", "read line", "io.floorwalker.local.Floorwalker");
    Files.writeString(folder.resolve("job.pid"), other.pid() + "\n");

    assertThat(pidFile().claim(self)).contains(other.toHandle());
    assertThat(folder.resolve("job.pid")).hasContent(other.pid() + "\n");
  }

  @Test
  void isStaleWhenTheProcessIsGone() throws Exception {
    other = process("true");
    other.waitFor();
    Files.writeString(folder.resolve("job.pid"), other.pid() + "\n");

    assertThat(pidFile().isStale()).isTrue();
    assertThat(pidFile().claim(self)).isEmpty();
    assertThat(pidFile().owner()).contains(self);
  }

  @Test
  void isStaleWhenTheNumberBelongsToAnotherProgramNow() throws IOException {
    other = process("cat");
    Files.writeString(folder.resolve("job.pid"), other.pid() + "\n");

    assertThat(pidFile().isStale()).isTrue();
  }

  @Test
  void isStaleWhenTheProcessStartedLongAfterTheFileWasWritten() throws IOException {
    other = process("sh", "-c", "read line", "io.floorwalker.local.Floorwalker");
    Path file = Files.writeString(folder.resolve("job.pid"), other.pid() + "\n");
    FileTime written = Files.getLastModifiedTime(file);
    Files.setLastModifiedTime(file, FileTime.from(written.toInstant().minus(Duration.ofHours(1))));

    assertThat(pidFile().isStale()).isTrue();
  }

  @Test
  void isStaleWhenItHoldsNoNumber() throws IOException {
    Files.writeString(folder.resolve("job.pid"), "none");

    assertThat(pidFile().isStale()).isTrue();
  }

  @Test
  void isNeitherOwnedNorStaleWhenItIsNotThere() {
    assertThat(pidFile().owner()).isEmpty();
    assertThat(pidFile().isStale()).isFalse();
  }

  private PidFile pidFile() {
    return new PidFile(folder.resolve("job.pid"));
  }

  private static Process process(String... command) throws IOException {
    return new ProcessBuilder(command).start();
  }

  private static Process nothing() {
    try {
      return process("true");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
