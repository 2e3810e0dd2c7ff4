package io.floorwalker.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of a setting must look like.
 *
 * @param expects said to the user when a text does not fit
 */
public record ValueType<T>(String expects, Function<String, T> parser) {

  static final ValueType<String> TEXT = new ValueType<>("a text", text -> text);

  static final ValueType<Boolean> FLAG = new ValueType<>("true or false", ValueType::flag);

  static final ValueType<Long> NUMBER =
      new ValueType<>("a whole number from 1", ValueType::positiveNumber);

  static final ValueType<Double> SHARE =
      new ValueType<>("a number above 0 and below 1, such as 0.02 or 1e-6", ValueType::share);

  static final ValueType<Double> FACTOR =
      new ValueType<>("a number above 1, such as 3.0", ValueType::factor);

  static final ValueType<Duration> DURATION =
      new ValueType<>("a duration such as 500ms, 45s, 30m, 24h, 7d or PT30M", ValueType::duration);

  static final ValueType<Duration> DURATION_OR_OFF =
      new ValueType<>(
          "a duration such as 45s, 30m, 24h or PT30M, or 0 for off",
          text -> text.equals("0") ? Duration.ZERO : duration(text));

  /** Words with a comma between; none is empty or has an upper-case letter. No text: no word. */
  static final ValueType<String> LOWER_CASE_WORDS =
      new ValueType<>("words in lower case, comma between", ValueType::lowerCaseWords);

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)");

  static ValueType<String> oneOf(String... choices) {
    List<String> allowed = Arrays.asList(choices);
    return new ValueType<>(
        "one of " + String.join(", ", allowed),
        text -> {
          if (!allowed.contains(text)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }

  static ValueType<Duration> upTo(Duration longest) {
    return new ValueType<>(
        "a duration such as 500ms, 45s or PT30M, at most %d min".formatted(longest.toMinutes()),
        text -> {
          Duration duration = duration(text);
          if (duration.compareTo(longest) > 0) {
            throw new IllegalArgumentException(text);
          }
          return duration;
        });
  }

  /** Throws IllegalArgumentException when the text does not fit. */
  T parse(String text) {
    return parser.apply(text);
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static long positiveNumber(String text) {
    long number = Long.parseLong(text);
    if (number < 1) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static String lowerCaseWords(String text) {
    boolean fits =
        text.isEmpty()
            || Arrays.stream(text.split(",", -1))
                .allMatch(word -> !word.isBlank() && word.equals(word.toLowerCase(Locale.ROOT)));
    if (!fits) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static double share(String text) {
    double share = Double.parseDouble(text);
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException(text);
    }
    return share;
  }

  private static double factor(String text) {
    double factor = Double.parseDouble(text);
    if (!(factor > 1 && Double.isFinite(factor))) {
      throw new IllegalArgumentException(text);
    }
    return factor;
  }

  private static Duration duration(String text) {
    Duration duration = text.startsWith("P") ? isoDuration(text) : amount(text);
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }

  private static Duration isoDuration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Duration amount(String text) {
    Matcher matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
