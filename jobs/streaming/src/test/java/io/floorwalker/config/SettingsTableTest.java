package io.floorwalker.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

  @Test
  void theTableInTheReadmeIsTheListOfKeys() throws Exception {
    Path file = Path.of(System.getProperty("floorwalker.root"), "README.md");
    String table =
        Keys.all().stream()
            .map(
                key ->
                    "| `%s` | `%s` | %s%s |"
                        .formatted(key.name(), key.builtIn(), key.meaning(), mayDiffer(key)))
            .collect(
                Collectors.joining("\n", "\n| key | built-in | meaning |\n|---|---|---|\n", "\n"));
    if (Boolean.getBoolean("golden.update")) {
      String updated =
          Files.readString(file)
              .replaceFirst(
                  "(?s)<!-- settings -->.*<!-- /settings -->",
                  Matcher.quoteReplacement("<!-- settings -->" + table + "<!-- /settings -->"));
      Files.writeString(file, updated);
    }
    assertThat(Files.readString(file))
        .as("refresh the table with -Dtest=SettingsTableTest -Dgolden.update=true")
        .contains("<!-- settings -->" + table + "<!-- /settings -->");
  }

  private static String mayDiffer(Key<?> key) {
    return Arrays.stream(Scope.values())
        .filter(scope -> scope.has(key))
        .map(scope -> " (may differ by %s)".formatted(scope.word()))
        .collect(Collectors.joining());
  }
}
