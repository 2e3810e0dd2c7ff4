package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A past that is over, found by a bounded run as the shoppers' scripts say. */
class HistoryIT {

  private static final Pattern TRUTH =
      Pattern.compile(
          "\"kind\": \"cart_abandoned\".*\"key\": \"([^\"]+)\".*\"evidence\": \\[\"([^\"]+)\"");

  @TempDir Path folder;

  @Test
  void aBoundedRunFindsWhatTheScriptsSay() throws IOException {
    Path truths = folder.resolve("truths.jsonl");
    try (TestingStack stack = TestingStack.up(folder.resolve("stack"))) {
      Ran simulated =
          stack.command(
              "simulate",
              "--history",
              "3",
              "--sessions",
              "80",
              "--seed",
              "5",
              "--truth",
              truths.toString(),
              "--output",
              "csv");

      assertThat(simulated.out().lines().toList())
          .startsWith("published,count")
          .anyMatch(line -> line.matches("sessions,\\d{2,}"))
          .anyMatch(line -> line.matches("events,\\d{3,}"))
          .anyMatch(line -> line.matches("truth cart_abandoned,\\d+"));

      stack.command("run", "cart-abandonment", "--bounded");
      List<String> found =
          stack.rows(Tables.DETECTIONS).stream()
              .filter(row -> row.getField("kind").equals("cart_abandoned"))
              .map(HistoryIT::found)
              .toList();

      assertThat(found)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(
              Files.readAllLines(truths).stream()
                  .map(TRUTH::matcher)
                  .filter(Matcher::find)
                  .map(truth -> truth.group(1) + " " + truth.group(2))
                  .toList());

      Ran again =
          Ran.command("simulate", "--history", "3", "--sessions", "80", "--dir", stack.dir());
      assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(again.err()).contains("it would come late", "use another --dir");
    }
  }

  private static String found(Record row) {
    return row.getField("key") + " " + ((List<?>) row.getField("evidence")).get(0);
  }
}
