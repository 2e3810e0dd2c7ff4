package io.floorwalker.detect.struggle;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Elements that people click fast and often without any trouble; told by their selector. */
final class QuietElements {
  private static final List<String> WORDS =
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

  private QuietElements() {}

  static boolean include(@Nullable String selector) {
    if (selector == null) {
      return false;
    }
    String lower = selector.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }
}
