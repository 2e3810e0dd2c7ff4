package io.floorwalker.simulator;

import io.floorwalker.schema.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One made-up person (or machine): one customer key, one device, one or more visits. */
record Shopper(String name, @Nullable String userId, Context context, boolean isBot) {

  private static final List<String> DEVICES = List.of("mobile", "mobile", "desktop", "tablet");
  private static final List<Country> COUNTRIES =
      List.of(
          new Country("DE", "Europe/Berlin"),
          new Country("DE", "Europe/Berlin"),
          new Country("FR", "Europe/Paris"),
          new Country("NL", "Europe/Amsterdam"),
          new Country("AT", "Europe/Vienna"),
          new Country("ES", "Europe/Madrid"),
          new Country("CH", "Europe/Zurich"),
          new Country("GB", "Europe/London"));
  private static final List<String> RELEASES = List.of("shop-41", "shop-42");

  /**
   * The shopper of this number. The day tells apart the shoppers of several runs on one topic;
   * every third signs in before the first click, so that the key never changes.
   */
  static Shopper of(long number, String day, Dice dice) {
    String name = String.format(Locale.ROOT, "%06d-%s", number, day);
    Country country = dice.oneOf(COUNTRIES);
    Context context =
        Context.newBuilder()
            .setDeviceClass(dice.oneOf(DEVICES))
            .setCountry(country.code())
            .setTimeZone(country.timeZone())
            .setRelease(dice.oneOf(RELEASES))
            .setUserAgentClass("browser")
            .build();
    return new Shopper(name, dice.chance(1 / 3.0) ? "user-" + name : null, context, false);
  }

  /** The same visit by a machine, which nobody knows by name. */
  Shopper asBot() {
    Context machine = Context.newBuilder(context).setUserAgentClass("bot").build();
    return new Shopper(name, null, machine, true);
  }

  String anonymousId() {
    return "shopper-" + name;
  }

  String customerKey() {
    return userId != null ? userId : anonymousId();
  }

  /** In which the shopper sees prices. */
  String currency() {
    return switch (context.getCountry()) {
      case "CH" -> "CHF";
      case "GB" -> "GBP";
      default -> "EUR";
    };
  }

  String sessionId(int visit) {
    return "visit-" + name + "-" + visit;
  }

  String eventId(int number) {
    return "event-" + name + "-" + number;
  }

  private record Country(String code, String timeZone) {}
}
