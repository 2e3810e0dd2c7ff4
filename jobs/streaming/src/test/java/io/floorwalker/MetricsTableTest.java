package io.floorwalker;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of metrics in {@code jobs/README.md} against what the sources register. */
class MetricsTableTest {
  private static final Path ROOT = Path.of(System.getProperty("floorwalker.root"));

  private static final Pattern REGISTERED =
      Pattern.compile(
          "(?:\\.(?:counter|gauge|histogram)|\\bcount(?=\\(\\s*\"))\\(\\s*((?:[^,()]|\\(\\))+)[,)]");

  /** Names that are computed, as the table writes them. */
  private static final Map<String, String> COMPUTED =
      Map.ofEntries(
          entry("kind.word()", "<sign>"),
          entry("StruggleRecords.KIND", "checkout_struggle"),
          entry("ReopenRecords.KIND", "intent_reopened"),
          entry("stage.detectionKind()", "<stage>_abandoned"),
          entry("Silence.STALE", "stakeholder_stale"),
          entry("Silence.NEVER_ACTIVE", "stakeholder_never_active"),
          entry("Finding.RETURNED", "stakeholder_returned"),
          entry("BULK_LOAD", "bulk_load"),
          entry("kind", "<committee kind>"),
          entry("\"withdrawn_\" + action.getReason()", "withdrawn_<reason>"),
          entry("\"chosen_\" + candidate.getTreatment()", "chosen_<treatment>"),
          entry("\"gate_\" + candidate.getGate()", "gate_<reason>"));

  @Test
  void theTableInTheReadmeIsWhatTheSourcesRegister() throws IOException {
    assertThat(listed()).isEqualTo(registered()).hasSizeGreaterThan(20);
  }

  private static TreeSet<String> listed() throws IOException {
    String readme = Files.readString(ROOT.resolve("jobs/README.md"));
    String section = readme.substring(readme.indexOf("\n## Metrics\n"));
    TreeSet<String> names = new TreeSet<>();
    section
        .lines()
        .skip(2)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("| `"))
        .forEach(
            line -> {
              Matcher name = Pattern.compile("`([^`]+)`").matcher(line.split("\\|", 3)[1]);
              while (name.find()) {
                names.add(Objects.requireNonNull(name.group(1)));
              }
            });
    return names;
  }

  private static TreeSet<String> registered() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("jobs/streaming/src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (source.contains("etricGroup")) {
          Matcher call = REGISTERED.matcher(source);
          while (call.find()) {
            names.add(name(file, Objects.requireNonNull(call.group(1))));
          }
        }
      }
    }
    return names;
  }

  private static String name(Path file, String argument) {
    if (argument.startsWith("\"") && argument.endsWith("\"")) {
      return argument.substring(1, argument.length() - 1);
    }
    assertThat(COMPUTED).as("a computed name in %s", file).containsKey(argument);
    return Objects.requireNonNull(COMPUTED.get(argument));
  }
}
