package io.floorwalker.ingest.privacy;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What gives a person away in a text, and how it is recognised. Each begins where nothing of its
 * kind stands before, and is bounded behind, so that a hostile text costs time in proportion to its
 * length.
 */
enum Trace {
  /** Also as it stands in an address of a page, where @ is %40. */
  EMAIL(
      "(?<!%1$s)%1$s+(?:@|%%40)[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}"
          .formatted("[\\p{L}\\p{N}._%+'~-]")) {
    @Override
    boolean fits(Signs signs) {
      return signs.at();
    }

    @Override
    String normal(String value) {
      return value
          .replace("%40", "@")
          .replace("%2B", "+")
          .replace("%2b", "+")
          .toLowerCase(Locale.ROOT);
    }
  },

  /** Of both versions; a number of a release with four parts looks the same. */
  IP(
      "(?<![\\p{Alnum}.])(?:%1$s\\.){3}%1$s(?![\\p{Alnum}]|\\.\\d)"
              .formatted("(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)")
          + "|(?<![\\p{Alnum}:.])(?:(?:%1$s:){7}%1$s|%1$s(?::%1$s){0,6}::(?:%1$s(?::%1$s){0,6})?|::%1$s(?::%1$s){0,6})(?![\\p{Alnum}:]|\\.\\d)"
              .formatted("[0-9a-fA-F]{1,4}")) {
    @Override
    boolean fits(Signs signs) {
      return (signs.dots() >= 3 && signs.digits() >= 4) || signs.colons() >= 2;
    }

    @Override
    String normal(String value) {
      return value.toLowerCase(Locale.ROOT);
    }
  },

  /** With its country: +49 30 1234567. No other number that people give each other looks so. */
  PHONE("(?<![\\p{Alnum}+])(?:\\+|%2[Bb])\\s?(?:[(]?\\d[)]?[\\s./-]{0,2}){6,14}\\d(?!\\p{Alnum})") {
    @Override
    boolean fits(Signs signs) {
      return signs.digits() >= LEAST_DIGITS;
    }

    @Override
    String normal(String value) {
      String digits = value.replaceFirst("^%2[Bb]", "").replaceAll("\\D", "");
      return digits.startsWith("00") ? digits.substring(2) : digits;
    }
  },

  /** As people write it at home; in an id the same digits are a number like any other. */
  LOCAL_PHONE(
      "(?<![\\p{Alnum}+.,:-])(?:00[1-9](?:[\\s./-]{0,2}\\d){7,13}"
          + "|(?=(?:[\\s()/-]{0,3}\\d){9})[(]?0\\d{1,5}[)]?[\\s/-]{1,3}\\d(?:[\\s-]?\\d){3,10}"
          + "|[(]?[2-9]\\d{2}[)]?[\\s.-]{1,2}\\d{3}[\\s.-]\\d{4})(?!\\p{Alnum})") {
    @Override
    boolean fits(Signs signs) {
      return PHONE.fits(signs);
    }

    @Override
    String normal(String value) {
      return PHONE.normal(value);
    }
  };

  private static final int LEAST_DIGITS = 7;

  private final Pattern pattern;

  Trace(String regex) {
    pattern = Pattern.compile(regex);
  }

  /** False where a text with these signs has none for certain. */
  abstract boolean fits(Signs signs);

  /** One spelling for all that mean the same. */
  abstract String normal(String value);

  /** How its pseudonyms begin; two spellings of a number are a number. */
  String word() {
    return this == LOCAL_PHONE ? PHONE.word() : name().toLowerCase(Locale.ROOT);
  }

  Matcher in(String text) {
    return pattern.matcher(text);
  }
}
