package io.floorwalker.decisions;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the values of a policy are written. Each throws IllegalArgumentException for another text.
 */
final class Words {
  static final String DURATION = "a duration such as 30s, 2m, 24h or 7d";
  static final String PERCENT = "a whole number from 0 to 100";
  static final String NAME = "a name of small letters, digits and _";
  static final String ROLLOUT = "off, shadow, canary(10) or live";
  static final String COST = "an amount with its currency, such as 0.05 EUR";

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Pattern CANARY = Pattern.compile("canary\\((\\d{1,3})\\)");
  private static final Pattern MONEY = Pattern.compile("(\\d{1,14}(?:\\.\\d{1,4})?) ([A-Z]{3})");
  private static final Pattern SMALL = Pattern.compile("[a-z][a-z0-9_]*");

  private Words() {}

  static String name(String text) {
    return matched(SMALL, text).group();
  }

  static String text(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("empty");
    }
    return text;
  }

  static int percent(String text) {
    int percent = Integer.parseInt(text);
    if (percent < 0 || percent > 100) {
      throw new IllegalArgumentException(text);
    }
    return percent;
  }

  static int times(String text) {
    int times = Integer.parseInt(text);
    if (times < 0) {
      throw new IllegalArgumentException(text);
    }
    return times;
  }

  static Duration duration(String text) {
    Matcher amount = matched(AMOUNT, text);
    long number = Long.parseLong(amount.group(1));
    Duration duration =
        switch (amount.group(2)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> Duration.ofDays(number);
        };
    if (duration.isZero()) {
      throw new IllegalArgumentException(text);
    }
    return duration;
  }

  static Rollout rollout(String text) {
    return switch (text) {
      case "off" -> new Rollout(Reach.OFF, 100);
      case "shadow" -> new Rollout(Reach.SHADOW, 100);
      case "live" -> new Rollout(Reach.LIVE, 100);
      default -> new Rollout(Reach.CANARY, percent(matched(CANARY, text).group(1)));
    };
  }

  static ContactCost cost(String text) {
    Matcher money = matched(MONEY, text);
    return new ContactCost(new BigDecimal(money.group(1)).setScale(4), money.group(2));
  }

  /**
   * A constant of the enum by its name in small letters, if it is one of those that are allowed.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // read only
  static <E extends Enum<E>> YamlBlock.Shape<E> oneOf(E... allowed) {
    return text ->
        Arrays.stream(allowed)
            .filter(constant -> small(constant).equals(text))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(text));
  }

  /** How {@link #oneOf} is written. */
  static String choices(Enum<?>... allowed) {
    List<String> names = Arrays.stream(allowed).map(Words::small).toList();
    return "one of " + String.join(", ", names);
  }

  private static String small(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static Matcher matched(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    return matcher;
  }
}
