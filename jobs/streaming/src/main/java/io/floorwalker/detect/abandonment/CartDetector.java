package io.floorwalker.detect.abandonment;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import java.time.Duration;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Finds abandoned carts: filter, cart step, pattern. */
public final class CartDetector {

  /** What it found, and what came too late for it. */
  public record Found(DataStream<Detection> detections, DataStream<LateEvent> lateEvents) {}

  private CartDetector() {}

  /** Attaches the detector; the job's name stands in its records. */
  public static Found attach(DataStream<Received> events, Settings settings, String job) {
    Duration silence = settings.duration(Keys.CART_AFTER);
    CartKey key = CartKey.from(settings);
    KeyedStream<Received, String> byCart =
        events
            .filter(new TouchesCart(key))
            .name("touches a cart")
            .uid("touches-cart-v1")
            .keyBy(key);
    SingleOutputStreamOperator<CartActivity> activities =
        CartStep.attach(byCart, job, new Cart.Timing(silence, settings.duration(Keys.CART_KEPT)));
    // The key is the same, so no second shuffle.
    KeyedStream<CartActivity, String> sameKey =
        DataStreamUtils.reinterpretAsKeyedStream(activities, CartActivity::key);
    DataStream<Detection> detections =
        CEP.pattern(sameKey, CartAbandonment.within(silence))
            .inEventTime()
            .process(new AbandonedCart(job, silence))
            .name("cart abandoned")
            .uid("cart-abandoned-v1");
    return new Found(detections, activities.getSideOutput(CartStep.LATE));
  }
}
