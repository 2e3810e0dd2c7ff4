package io.floorwalker.local;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.simulator.Emission;
import io.floorwalker.simulator.Shop;
import io.floorwalker.simulator.ShopSettings;
import io.floorwalker.simulator.Thresholds;
import io.floorwalker.simulator.Truth;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Made-up shoppers of one plan: all that the command line knows of the simulator. */
final class Shoppers {

  private final ShopSettings plan;

  private Shoppers(ShopSettings plan) {
    this.plan = plan;
  }

  /**
   * Who leave and return around the thresholds of the settings, at the pace of the wall clock.
   *
   * @param sessions visits in all; 0: endless
   * @throws IllegalArgumentException when the simulator cannot do that
   */
  static Shoppers live(Pace pace, int sessions, Settings settings) {
    return new Shoppers(
        ShopSettings.demo(pace.seed(), sessions, pace.speed(), thresholds(settings)));
  }

  /**
   * Whose days are over.
   *
   * @param sessions visits in all, over all the days
   * @throws IllegalArgumentException when the simulator cannot do that
   */
  static Shoppers past(long seed, int sessions, int days, Settings settings) {
    return new Shoppers(ShopSettings.history(seed, sessions, days, thresholds(settings)));
  }

  /** What they send, in the order of the time of sending, from the start on. */
  Iterator<Sent> from(Instant start, Consumer<Finding> truths) {
    Iterator<Emission> emissions =
        Shop.open(plan, start.toEpochMilli(), truth -> truths.accept(finding(truth)));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return emissions.hasNext();
      }

      @Override
      public Sent next() {
        return sent(emissions.next());
      }
    };
  }

  private static Thresholds thresholds(Settings settings) {
    return new Thresholds(
        settings.duration(Keys.BROWSE_AFTER),
        settings.duration(Keys.SEARCH_AFTER),
        settings.duration(Keys.CART_AFTER),
        settings.duration(Keys.CHECKOUT_AFTER),
        settings.duration(Keys.PAYMENT_AFTER),
        settings.duration(Keys.STALE_AFTER),
        settings.duration(Keys.STALE_SECOND_AFTER),
        settings.duration(Keys.STALE_THIRD_AFTER),
        settings.text(Keys.STAKEHOLDER_RHYTHM).equals("learned"));
  }

  private static Sent sent(Emission emission) {
    CustomerEvent event = emission.event();
    return new Sent(
        emission.sendAtMs(),
        emission.topic(),
        emission.key(),
        emission.value(),
        event == null ? null : event.getSessionId());
  }

  private static Finding finding(Truth truth) {
    return new Finding(truth.kind(), truth.step(), truth.key(), truth.atMs(), truth.evidence());
  }

  /**
   * One record and the moment to send it.
   *
   * @param atMillis UTC ms
   * @param value null: removed
   * @param session null: broken, or of no session
   */
  @SuppressWarnings("ArrayRecordComponent") // goes to a producer as it is; nobody compares them
  record Sent(
      long atMillis, String topic, byte[] key, byte @Nullable [] value, @Nullable String session) {}
}
