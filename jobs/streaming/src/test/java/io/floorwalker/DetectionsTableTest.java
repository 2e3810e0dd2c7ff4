package io.floorwalker;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.RuleVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of detections and signs in {@code jobs/README.md} against the sources. */
class DetectionsTableTest {
  private static final Path JOBS = Path.of(System.getProperty("floorwalker.root"), "jobs");
  private static final Pattern SIGN = Pattern.compile("(?m)^  ([A-Z_]+)\\((\\d+), (\\w+)\\.HEARS");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern CLASS = Pattern.compile("`(?:[a-z.]+\\.)?([A-Z][A-Za-z]+)`");

  @Test
  void everyDetectionStandsInTheTableWithItsCases() throws IOException {
    List<String[]> rows = rows("| detection |");

    assertThat(rows.stream().flatMap(row -> all(NAME, row[1])))
        .containsAll(RuleVersions.RULES)
        .filteredOn(name -> !name.equals("incident_id"))
        .isSubsetOf(RuleVersions.RULES);
    assertThat(rows).allSatisfy(DetectionsTableTest::requireClasses);
  }

  @Test
  void everySignStandsInTheTableWithItsPoints() throws IOException {
    String kinds =
        Files.readString(
            JOBS.resolve("streaming/src/main/java/io/floorwalker/detect/struggle/SignalKind.java"));
    List<String> signs =
        SIGN.matcher(kinds)
            .results()
            .map(
                sign ->
                    "`%s` %s `%s`".formatted(lower(sign.group(1)), sign.group(2), sign.group(3)))
            .toList();
    List<String[]> rows = rows("| sign |");

    assertThat(rows.stream().map(row -> "%s %s %s".formatted(row[1], row[2], row[3])))
        .isEqualTo(signs);
    assertThat(rows).allSatisfy(DetectionsTableTest::requireClasses);
  }

  /** Pattern and cases are classes that there are, and there is a case. */
  private static void requireClasses(String[] row) throws IOException {
    List<String> named = all(CLASS, row[row.length - 1] + row[2] + row[3]).toList();
    assertThat(sources()).containsAll(named);
    assertThat(named).anyMatch(name -> name.endsWith("Test"));
  }

  private static Set<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(JOBS.resolve("streaming/src"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }

  private static List<String[]> rows(String head) throws IOException {
    String readme = Files.readString(JOBS.resolve("README.md"));
    return readme
        .substring(readme.indexOf("\n" + head) + 1)
        .lines()
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> Stream.of(line.split("\\|")).map(String::strip).toArray(String[]::new))
        .toList();
  }

  private static Stream<String> all(Pattern what, String text) {
    Matcher found = what.matcher(text);
    return found.results().map(result -> Objects.requireNonNull(result.group(1)));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
