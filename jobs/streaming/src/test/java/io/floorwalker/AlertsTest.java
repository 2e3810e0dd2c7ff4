package io.floorwalker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.runtime.metrics.MetricNames;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The alerts in {@code deploy/prometheus} against the metrics there are and the runbook. */
class AlertsTest {
  private static final Path ROOT = Path.of(System.getProperty("floorwalker.root"));
  private static final Pattern METRIC =
      Pattern.compile("flink_(?:jobmanager_job|taskmanager_job_task_operator)_(\\w+)");
  private static final String COMMITTER = "IcebergFilesCommitter_table_";

  @Test
  void namesOnlyMetricsThatAreRegistered() throws Exception {
    Set<String> known = new TreeSet<>(ours());
    known.addAll(constantsOf(MetricNames.class));
    // Package-private, and named nowhere else.
    known.addAll(
        constantsOf(
            Class.forName("org.apache.flink.runtime.checkpoint.DefaultCheckpointStatsTracker")));
    String committer = "org/apache/iceberg/flink/sink/IcebergFilesCommitterMetrics.class";
    String committerClass;
    try (var in =
        Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(committer))) {
      committerClass = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    for (Map<String, Object> alert : alerts()) {
      Matcher metric = METRIC.matcher(text(alert, "expr"));
      int count = 0;
      while (metric.find()) {
        count++;
        String name = Objects.requireNonNull(metric.group(1));
        if (name.startsWith(COMMITTER)) {
          assertThat(committerClass.contains(name.substring(COMMITTER.length()))).as(name).isTrue();
        } else {
          assertThat(known).as(text(alert, "alert")).contains(name);
        }
      }
      assertThat(count).as("metrics of %s", alert).isPositive();
    }
  }

  @Test
  void eachHasAnEntryInTheRunbookAndEachEntryAnAlert() throws IOException {
    List<String> entries =
        Files.readString(ROOT.resolve("deploy/README.md"))
            .lines()
            .dropWhile(line -> !line.equals("## Runbook"))
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4))
            .toList();

    assertThat(alerts().stream().map(alert -> text(alert, "alert")))
        .containsExactlyElementsOf(entries);
    assertThat(alerts())
        .allSatisfy(
            alert ->
                assertThat(alert.get("annotations"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry(
                        "runbook",
                        "deploy/README.md#" + text(alert, "alert").toLowerCase(Locale.ROOT))
                    .containsKey("summary"));
  }

  @SuppressWarnings("unchecked") // the file's shape, which the casts check
  private static List<Map<String, Object>> alerts() throws IOException {
    Map<String, List<Map<String, List<Map<String, Object>>>>> file =
        (Map<String, List<Map<String, List<Map<String, Object>>>>>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(ROOT.resolve("deploy/prometheus/alerts.yaml")));
    return Objects.requireNonNull(Objects.requireNonNull(file.get("groups")).get(0).get("rules"));
  }

  private static String text(Map<String, Object> alert, String key) {
    return Objects.requireNonNull(alert.get(key)).toString();
  }

  /** Those of the table that another test holds against the sources. */
  private static Set<String> ours() throws IOException {
    Set<String> names = new TreeSet<>();
    Files.readString(ROOT.resolve("jobs/README.md"))
        .lines()
        .dropWhile(line -> !line.equals("## Metrics"))
        .filter(line -> line.startsWith("| `"))
        .map(line -> Pattern.compile("`(\\w+)`").matcher(line.split("\\|", 3)[1]))
        .forEach(name -> name.results().forEach(found -> names.add(found.group(1))));
    return names;
  }

  private static Set<String> constantsOf(Class<?> type) throws IllegalAccessException {
    Set<String> names = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      if (field.getType() == String.class) {
        field.setAccessible(true);
        names.add(String.valueOf(field.get(null)));
      }
    }
    return names;
  }
}
