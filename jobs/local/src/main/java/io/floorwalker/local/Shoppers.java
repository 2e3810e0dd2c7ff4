package io.floorwalker.local;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.simulator.Thresholds;
import io.floorwalker.simulator.Truth;
import java.util.function.Consumer;

/** What simulated people are told of this stack, and what is asked of them. */
final class Shoppers {

  private Shoppers() {}

  static Thresholds thresholds(Settings settings) {
    return new Thresholds(
        settings.duration(Keys.CART_AFTER),
        settings.duration(Keys.CHECKOUT_AFTER),
        settings.duration(Keys.PAYMENT_AFTER),
        settings.duration(Keys.STALE_AFTER),
        settings.duration(Keys.STALE_SECOND_AFTER),
        settings.duration(Keys.STALE_THIRD_AFTER));
  }

  /** Only carts: no other detection is compared yet. */
  static Consumer<Truth> cartsOf(Truths truths) {
    return truth -> {
      if (truth.kind().equals("cart_abandoned")) {
        truths.expect(truth);
      }
    };
  }
}
