package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments and exit codes, without a stack. */
class CommandLineTest {

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "down",
        "demo",
        "run",
        "import",
        "simulate",
        "tail",
        "tables",
        "sql",
        "channel",
        "doctor",
        "upgrade",
        "uplift",
        "feedback"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: floorwalker " + command);
  }

  @Test
  void withoutACommandTheUsageIsWrong() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("a command is missing", "floorwalker --help");
  }

  @Test
  void anUnknownOptionIsWrongUsage() {
    assertThat(run("up", "--prt", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--prt", "floorwalker up --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:3000/", "localhost:3000", "https:", "a b", "*"})
  void anOriginIsWrittenAsBrowsersWriteIt(String origin) {
    assertThat(onDir("demo", "--page", "--page-origin", origin)).isEqualTo(2);
    assertThat(err.toString()).contains("is no origin", "http://localhost:3000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--web-port", "--page-port"})
  void aPortIsANumberThatThereIs(String option) {
    for (String port : List.of("65536", "-1", "any")) {
      assertThat(onDir("demo", "--page", option, port)).isEqualTo(2);
      assertThat(err.toString()).contains("'" + port + "' is no port", option);
    }
  }

  @Test
  void aSecretThatIsOfNoUseIsNamedAndNotShown() throws Exception {
    Path weak = Files.writeString(dir.resolve("weak"), "hush");
    assertThat(onDir("feedback", "--secret-file", dir.resolve("none").toString())).isEqualTo(2);
    assertThat(onDir("feedback", "--secret-file", weak.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("none cannot be read (NoSuchFileException)", "weak has fewer than 16 characters")
        .doesNotContain("hush");
  }

  @Test
  void anUnknownJobIsAnsweredWithThoseThereAre() {
    assertThat(onDir("run", "ingst")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown job 'ingst'", "ingest, ", "cart-abandonment, ");
  }

  @Test
  void anUnknownJobIsNotUpgradedEither() {
    assertThat(onDir("upgrade", "ingst")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown job 'ingst'", "ingest, ", "cart-abandonment, ");
  }

  @Test
  void nothingIsUpgradedWhereNoStackRuns() {
    assertThat(onDir("upgrade", "ingest")).isEqualTo(3);
    assertThat(err.toString()).contains("no stack runs in", "floorwalker up");
  }

  @Test
  void anUnknownSettingIsAnsweredWithTheNearestName() {
    assertThat(onDir("run", "ingest", "--set", "abandonment.cart.aftr=1m")).isEqualTo(2);
    assertThat(err.toString())
        .contains("abandonment.cart.aftr", "did you mean abandonment.cart.after");
  }

  @Test
  void aBoundedRunEndsByFiringOrHolding() {
    assertThat(onDir("run", "lake", "--bounded", "--at-end", "stop")).isEqualTo(2);
    assertThat(err.toString()).contains("fire or hold");
  }

  @Test
  void anUnknownTopicIsAnsweredWithThoseThereAre() {
    assertThat(onDir("tail", "cx.event")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown topic 'cx.event'", "cx.detections");
  }

  @Test
  void aNewKeyHidesThePeopleThatItIsToldOf() throws IOException {
    assertThat(onDir("pseudonym", "--new-key", "k7", "--at", "2026-01-01T00:00:00Z")).isZero();
    assertThat(out.toString()).startsWith("k7 2026-01-01T00:00:00Z ");
    Path keys = Files.writeString(dir.resolve("own.keys"), out.toString());
    out.getBuffer().setLength(0);

    assertThat(onDir("pseudonym", "u-1", "Anna@example.org", "--set", "privacy.keys.file=" + keys))
        .isZero();
    assertThat(out.toString()).matches("u-1\\Remail_k7_[0-9a-f]{32}\\R");
  }

  @Test
  void withoutKeysNobodyIsHidden() {
    assertThat(onDir("pseudonym", "u-1")).isEqualTo(2);
    assertThat(err.toString()).contains("privacy.keys.file", "cannot be read");
    assertThat(onDir("pseudonym", "--new-key", "K 7")).isEqualTo(2);
    assertThat(err.toString()).contains("an id such as k1");
  }

  @Test
  void aDurationWithoutAUnitIsWrongUsage() {
    assertThat(onDir("tail", "cx.events", "--idle-exit", "5")).isEqualTo(2);
    assertThat(err.toString()).contains("'5' is no duration", "45s");
  }

  @Test
  void aDemoEndsInOneWay() {
    assertThat(onDir("demo", "--for", "1m", "--sessions", "3")).isEqualTo(2);
    assertThat(err.toString()).contains("give one");
  }

  @Test
  void theHelpOfRunListsTheJobs() {
    assertThat(run("run", "--help")).isZero();
    assertThat(out.toString()).contains("one of: ingest, checkout-struggle");
  }

  @Test
  void shoppersDoNotThinkInNegativeTime() {
    assertThat(onDir("demo", "--speed", "0")).isEqualTo(2);
    assertThat(err.toString()).contains("--speed 0.0: give a number above 0", "demo --help");
  }

  @Test
  void aPastHasAnEnd() {
    assertThat(onDir("simulate", "--history", "0", "--sessions", "5")).isEqualTo(2);
    assertThat(err.toString()).contains("--history 0: give at least 1 day");
    assertThat(onDir("simulate", "--history", "3")).isEqualTo(2);
    assertThat(err.toString()).contains("say with --sessions N how many visits");
  }

  @Test
  void onlyAPastGoesWithoutIngest() {
    assertThat(onDir("simulate", "--no-ingest")).isEqualTo(2);
    assertThat(err.toString()).contains("--no-ingest goes with --history");
  }

  @Test
  void whatNeedsARunningStackSaysHowToStartIt() {
    for (List<String> command :
        List.of(List.of("tail", "cx.events"), List.of("simulate"), List.of("down"))) {
      err.getBuffer().setLength(0);
      assertThat(onDir(command.toArray(String[]::new))).isEqualTo(3);
      assertThat(err.toString()).contains("no stack runs in " + dir, "floorwalker up --dir " + dir);
    }
  }

  @Test
  void whatGoesWrongIsToldOnStderrOnly() {
    assertThat(onDir("down")).isEqualTo(3);
    assertThat(out.toString()).isEmpty();
  }

  private int onDir(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--dir");
    all.add(dir.toString());
    return run(all.toArray(String[]::new));
  }

  private int run(String... arguments) {
    return Floorwalker.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
