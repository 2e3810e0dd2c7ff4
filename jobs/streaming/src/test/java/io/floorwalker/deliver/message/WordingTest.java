package io.floorwalker.deliver.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  @Test
  void bothLanguagesSayTheSame() throws IOException {
    Properties english = words("en");
    Properties german = words("de");
    assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(german.getProperty(key)))
          .as(key)
          .isEqualTo(places(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stuck[ at {step}] | stuck",
        "stuck[ at {site}] now | stuck at shop now",
        "{site}[, {site} {step}] | shop",
        "{step} | ?",
        "{typed} | [{site}]",
      })
  void whatIsMissingIsLeftOutAndAValueIsNoTemplate(String template, String text) {
    Map<String, String> values = Map.of("site", "shop", "typed", "[{site}]");
    assertThat(new Sentence(template).with(values)).isEqualTo(text);
  }

  private static TreeSet<String> places(String text) {
    TreeSet<String> places = new TreeSet<>();
    Pattern.compile("\\{[a-z_]+}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(places::add);
    return places;
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            WordingTest.class.getResourceAsStream("messages_" + language + ".properties"), UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
