package io.floorwalker.ingest.format;

import java.util.List;
import java.util.Locale;

/** What the words of a user agent say for certain enough: the class of the device, and a bot. */
final class UserAgent {
  private static final List<String> BOTS =
      List.of("bot", "crawl", "spider", "slurp", "headless", "lighthouse");
  private static final List<String> TABLETS = List.of("ipad", "tablet");
  private static final List<String> PHONES = List.of("mobi", "iphone", "android");

  private final String words;

  UserAgent(String text) {
    words = text.toLowerCase(Locale.ROOT);
  }

  boolean isBot() {
    return hasOneOf(BOTS);
  }

  String deviceClass() {
    if (hasOneOf(TABLETS)) {
      return "tablet";
    }
    return hasOneOf(PHONES) ? "mobile" : "desktop";
  }

  private boolean hasOneOf(List<String> known) {
    return known.stream().anyMatch(words::contains);
  }
}
