package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Keys;
import io.floorwalker.config.RuleVersions;
import io.floorwalker.config.Settings;
import io.floorwalker.config.Tuned;
import io.floorwalker.detect.cep.Engine;
import io.floorwalker.detect.cep.Patterns;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/**
 * Finds abandoned intents: filter, cart step, one pattern for each stage of the ladder, and why.
 */
public final class CartDetector {

  /** What it found, what was done with the carts on the way, and what came too late for it. */
  public record Found(
      DataStream<Detection> detections,
      DataStream<CartActivity> activities,
      DataStream<LateEvent> lateEvents) {}

  private CartDetector() {}

  /** Attaches the detector; the job's name stands in its records. */
  public static Found attach(DataStream<Received> events, Settings settings, String job) {
    Tuned<Cart.Timing> timing = Cart.Timing.from(settings);
    Duration horizon = settings.duration(Keys.CORRECTION_HORIZON);
    CartKey key = CartKey.from(settings);
    DataStream<Received> touching =
        events.filter(new TouchesCart(key)).name("touches a cart").uid("touches-cart-v1");
    Carts carts =
        key == CartKey.CUSTOMER
            ? Carts.ofVisitorsAndUsers(touching, job, timing, horizon)
            : Carts.ofVisits(touching, job, timing, horizon);
    // The key is the same, so no second shuffle.
    KeyedStream<CartActivity, String> sameKey =
        DataStreamUtils.reinterpretAsKeyedStream(carts.activities(), CartActivity::key);
    KeyedStream<IntentNews, String> news =
        patterns(timing)
            .over(sameKey, Engine.from(settings))
            .union(carts.news())
            .keyBy(IntentNews::key);
    AbandonmentRecords records = new AbandonmentRecords(job, RuleVersions.from(settings));
    return new Found(
        WhyStep.attach(news, records, horizon), carts.activities(), carts.lateEvents());
  }

  private static Patterns<CartActivity, IntentNews> patterns(Tuned<Cart.Timing> timing) {
    return new Patterns<>(
        "abandoned intents",
        new Silences(timing).rules(),
        CartActivity::at,
        TypeInformation.of(IntentNews.class));
  }
}
