package io.floorwalker.simulator;

import io.floorwalker.schema.Context;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One made-up person: one customer key, one device, one or more visits. */
record Shopper(String name, @Nullable String userId, Context context) {

  private static final List<String> DEVICES = List.of("mobile", "mobile", "desktop", "tablet");
  private static final List<String> COUNTRIES = List.of("DE", "DE", "FR", "NL", "AT", "ES");
  private static final List<String> RELEASES = List.of("shop-41", "shop-42");

  /**
   * The shopper of this number. The day tells apart the shoppers of several runs on one topic;
   * every third signs in before the first click, so that the key never changes.
   */
  static Shopper of(long number, String day, Dice dice) {
    String name = String.format(Locale.ROOT, "%06d-%s", number, day);
    Context context =
        Context.newBuilder()
            .setDeviceClass(dice.oneOf(DEVICES))
            .setCountry(dice.oneOf(COUNTRIES))
            .setRelease(dice.oneOf(RELEASES))
            .build();
    return new Shopper(name, dice.chance(1 / 3.0) ? "user-" + name : null, context);
  }

  String anonymousId() {
    return "shopper-" + name;
  }

  String customerKey() {
    return userId != null ? userId : anonymousId();
  }

  String sessionId(int visit) {
    return "visit-" + name + "-" + visit;
  }

  String eventId(int number) {
    return "event-" + name + "-" + number;
  }
}
