package io.floorwalker.deliver.message;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values: {@code at {step}}. What stands in square brackets is left out
 * where one of its values is missing: {@code a shopper struggles[ at {step}]}. A value is never
 * read as a template.
 */
record Sentence(String template) {
  private static final Pattern PART = Pattern.compile("\\[([^\\]]*)]|([^\\[]+)");
  private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

  String with(Map<String, String> values) {
    StringBuilder text = new StringBuilder();
    Matcher part = PART.matcher(template);
    while (part.find()) {
      boolean optional = part.group(1) != null;
      String words = optional ? part.group(1) : part.group(2);
      if (!optional || isWhole(words, values)) {
        text.append(filled(words, values));
      }
    }
    return text.toString();
  }

  private static boolean isWhole(String words, Map<String, String> values) {
    return PLACE.matcher(words).results().allMatch(place -> values.containsKey(place.group(1)));
  }

  private static String filled(String words, Map<String, String> values) {
    return PLACE
        .matcher(words)
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "?")));
  }
}
