package io.floorwalker.detect.struggle;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Elements that people click fast and often without any trouble; told by a part of their selector.
 *
 * @param words in lower case
 */
record QuietElements(List<String> words) implements Serializable {
  private static final List<String> BUILT_IN =
      List.of(
          "input",
          "textarea",
          "qty",
          "quantity",
          "stepper",
          "next",
          "prev",
          "datepicker",
          "calendar",
          "gallery",
          "carousel",
          "no-rage-click");

  QuietElements {
    words = List.copyOf(words);
  }

  /** The built-in words and those of a setting, comma between. */
  static QuietElements and(String more) {
    Stream<String> added =
        Arrays.stream(more.split(",", -1)).map(String::strip).filter(word -> !word.isEmpty());
    return new QuietElements(Stream.concat(BUILT_IN.stream(), added).toList());
  }

  boolean include(@Nullable String selector) {
    if (selector == null) {
      return false;
    }
    String lower = selector.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }
}
