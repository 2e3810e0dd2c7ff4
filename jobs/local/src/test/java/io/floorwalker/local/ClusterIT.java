package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The README's "Put it on your cluster", followed to the letter on a cluster of processes: with
 * {@code ~} in a folder of the test and, but for the first line, which the build has done before.
 */
class ClusterIT {
  private static final Path ROOT =
      Path.of(Objects.requireNonNull(System.getProperty("floorwalker.root")));
  private static final Path HOME = Path.of("target/cluster").toAbsolutePath();

  @AfterEach
  void stopWhatIsLeft() {
    Stack stack = Stack.in(HOME.resolve(".floorwalker"));
    FlinkCluster.of(stack).stop(new Progress(line -> {}));
    if (stack.running()) {
      stack.down(new Progress(line -> {}));
    }
  }

  @Test
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void theReadmeHoldsOnAClusterOfProcesses() throws Exception {
    Folders.delete(HOME.resolve(".floorwalker"));
    List<String> lines = block("Put it on your cluster");
    assertThat(lines.get(0)).startsWith("./mvnw ").contains("-pl jobs/dist");

    String found = "";
    for (String line : lines.subList(1, lines.size())) {
      String said = shell(line);
      if (line.contains("upgrade checkout-struggle --parallelism")) {
        assertThat(said).contains("checkout-struggle runs, from file:", "/savepoints/savepoint-");
      }
      if (line.contains("tail cx.detections")) {
        found = said;
      }
    }

    List<String> detections = found.lines().filter(line -> line.startsWith("{")).toList();
    assertThat(detections).hasSizeGreaterThan(5);
    assertThat(detections)
        .as("each once: nothing was lost or found anew by a savepoint and another parallelism")
        .extracting(ClusterIT::id)
        .doesNotHaveDuplicates();
    assertThat(detections).anyMatch(line -> line.contains("checkout_struggle"));
  }

  private static String id(String detection) {
    Matcher matcher = Pattern.compile("\"detection_id\":\"([^\"]+)\"").matcher(detection);
    assertThat(matcher.find()).as(detection).isTrue();
    return matcher.group(1) + (detection.contains("\"phase\":\"closed\"") ? " closed" : "");
  }

  private static String shell(String line) throws IOException, InterruptedException {
    Files.createDirectories(HOME);
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", line).directory(ROOT.toFile()).redirectErrorStream(true);
    builder.environment().put("HOME", HOME.toString());
    builder.environment().remove("FLOORWALKER_DIR");
    Path said = HOME.resolve("said");
    Process process = builder.redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(line).isTrue();
    String text = Files.readString(said);
    assertThat(process.exitValue()).as("%s said: %s", line, text).isZero();
    return text;
  }

  /** The lines of the first block of code under a heading of the README. */
  private static List<String> block(String heading) throws IOException {
    Matcher matcher =
        Pattern.compile("\n## " + heading + "\n.*?\n```sh\n(.*?)\n```\n", Pattern.DOTALL)
            .matcher(Files.readString(ROOT.resolve("README.md")));
    assertThat(matcher.find()).isTrue();
    return Arrays.asList(matcher.group(1).split("\n", -1));
  }
}
