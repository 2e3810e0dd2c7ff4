package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path folder;

  @Test
  void theNewestIsTheOneCompletedLastWhateverItsNumber() throws IOException {
    completed("run-a", 12, 1);
    Path newest = completed("run-b", 3, 2);

    assertThat(checkpoints().newest()).contains(newest);
  }

  @Test
  void oneThatWasNotCompletedDoesNotCount() throws IOException {
    Path complete = completed("run-a", 1, 1);
    Files.createDirectories(folder.resolve("lake/run-a/chk-2"));

    assertThat(checkpoints().newest()).contains(complete);
  }

  @Test
  void thereIsNoneBeforeTheFirstRun() {
    assertThat(checkpoints().newest()).isEmpty();
    assertThat(checkpoints().moveAway(Clock.systemUTC())).isEmpty();
  }

  @Test
  void aFreshStartFindsNoneAndKeepsTheOldOnesBeside() throws IOException {
    completed("run-a", 1, 1);

    assertThat(checkpoints().moveAway(Clock.fixed(START, ZoneOffset.UTC)))
        .contains(folder.resolve("lake.before-20260301T100000000Z"));
    assertThat(checkpoints().newest()).isEmpty();
    assertThat(folder.resolve("lake.before-20260301T100000000Z/run-a/chk-1/_metadata")).exists();
  }

  @Test
  void theNewestThreeRunsAreKept() throws IOException {
    for (int run = 1; run <= 5; run++) {
      completed("run-" + run, run, run);
    }
    Files.createDirectories(folder.resolve("lake/run-without"));

    checkpoints().prune();

    assertThat(folder.resolve("lake").toFile().list())
        .containsExactlyInAnyOrder("run-3", "run-4", "run-5");
  }

  private Checkpoints checkpoints() {
    return new Checkpoints(folder.resolve("lake"));
  }

  private Path completed(String run, int number, int minute) throws IOException {
    Path checkpoint = folder.resolve("lake").resolve(run).resolve("chk-" + number);
    Files.createDirectories(checkpoint);
    Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.from(START.plusSeconds(60L * minute)));
    return checkpoint;
  }
}
