package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.iceberg.data.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A past of made-up shoppers and contacts through ingest and the three detection jobs, each
 * bounded, against what the scripts say: every kind a hundred times and more.
 */
class HistoryIT {
  private static final int SESSIONS = Integer.getInteger("floorwalker.sessions", 10_000);
  private static final int DAYS = Integer.getInteger("floorwalker.days", 60);

  /** What is found of accounts as a whole: no script of a contact knows of the others. */
  @TempDir Path folder;

  @Test
  @SuppressWarnings("SystemOut") // the figures are what this run is for
  void boundedRunsFindWhatTheScriptsSay() throws IOException {
    Path truths = folder.resolve("truths.jsonl");
    try (TestingStack stack = TestingStack.up(folder.resolve("stack"))) {
      Ran simulated =
          stack.command(
              "simulate",
              "--history",
              Integer.toString(DAYS),
              "--sessions",
              Integer.toString(SESSIONS),
              "--seed",
              "1",
              "--truth",
              truths.toString(),
              "--output",
              "csv");

      assertThat(simulated.out().lines().toList())
          .startsWith("published,count")
          .anyMatch(line -> line.matches("sessions,\\d{2,}"))
          .anyMatch(line -> line.matches("events,\\d{3,}"))
          .anyMatch(line -> line.matches("accounts,\\d{2,}"))
          .anyMatch(line -> line.matches("truth cart_abandoned,\\d+"));

      for (String job : List.of("checkout-struggle", "cart-abandonment", "stakeholder-watch")) {
        stack.command("run", job, "--bounded");
      }

      Set<String> scripted = new HashSet<>(Files.readAllLines(truths));
      List<Record> opened =
          stack.rows(Tables.DETECTIONS).stream()
              .filter(row -> "opened".equals(row.getField("phase")))
              .filter(row -> !Truths.UNSCRIPTED.contains(String.valueOf(row.getField("kind"))))
              .toList();
      Set<String> found = opened.stream().map(HistoryIT::finding).collect(Collectors.toSet());
      print(opened, scripted, found);
      assertThat(opened).as("none twice").hasSameSizeAs(found);
      assertThat(found).containsExactlyInAnyOrderElementsOf(scripted);
      assertThat(byKind(opened)).hasSize(12);
      assertThat(byKind(opened).values()).allMatch(count -> count >= 100);

      Map<String, Long> signs = signs(stack.rows(Tables.SIGNALS));
      signs.forEach((kind, count) -> System.out.printf("%-26s %6d signs%n", kind, count));
      assertThat(signs).hasSize(14);
      assertThat(signs.values()).allMatch(count -> count >= 100);

      Ran again =
          Ran.command("simulate", "--history", "3", "--sessions", "80", "--dir", stack.dir());
      assertThat(again.exitCode()).isEqualTo(ExitCode.USAGE);
      assertThat(again.err()).contains("it would come late", "use another --dir");
    }
  }

  static String finding(Record row) {
    Object step = row.getField("step");
    OffsetDateTime at = (OffsetDateTime) row.getField("detected_at");
    List<String> evidence =
        ((List<?>) row.getField("evidence")).stream().map(String::valueOf).toList();
    return new Finding(
            String.valueOf(row.getField("kind")),
            step == null ? "" : step.toString(),
            String.valueOf(row.getField("key")),
            at.toInstant().toEpochMilli(),
            evidence)
        .json();
  }

  private static Map<String, Long> byKind(List<Record> opened) {
    return opened.stream()
        .collect(
            Collectors.groupingBy(
                row ->
                    "stakeholder_stale".equals(row.getField("kind"))
                        ? row.getField("kind") + " " + row.getField("step")
                        : String.valueOf(row.getField("kind")),
                TreeMap::new,
                Collectors.counting()));
  }

  private static Map<String, Long> signs(List<Record> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> String.valueOf(row.getField("kind")), TreeMap::new, Collectors.counting()));
  }

  private static void print(List<Record> opened, Set<String> scripted, Set<String> found) {
    byKind(opened).forEach((kind, count) -> System.out.printf("%-26s %6d found%n", kind, count));
    System.out.printf(
        "%d missed, %d extra%n",
        scripted.stream().filter(one -> !found.contains(one)).count(),
        found.stream().filter(one -> !scripted.contains(one)).count());
  }
}
