package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.detect.abandonment.Cart;
import io.floorwalker.lake.IcebergOutputs;
import io.floorwalker.pipeline.CartAbandonmentPipeline;
import io.floorwalker.runtime.KafkaOutputs;
import io.floorwalker.runtime.TopicCheck;
import io.floorwalker.schema.Detection;
import java.time.Clock;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Finds carts that nobody comes back to; says so in {@code cx.detections} at once and in Iceberg
 * exactly once.
 */
public final class CartAbandonmentJob implements Job {

  public static void main(String[] arguments) throws Exception {
    Main.run(new CartAbandonmentJob(), arguments);
  }

  @Override
  public String name() {
    return CartAbandonmentPipeline.JOB;
  }

  @Override
  public void build(StreamExecutionEnvironment env, Settings settings, TopicCheck topics)
      throws InvalidSettings {
    Cart.Timing.check(settings);
    var unused = topics.partitions(Topics.EVENTS, env.getParallelism());
    KafkaOutputs kafka = new KafkaOutputs(settings);
    IcebergOutputs lake = new IcebergOutputs(settings, name(), Clock.systemUTC());
    CartAbandonmentPipeline.build(
        EventTopic.attach(env, settings, name()),
        settings,
        new CartAbandonmentPipeline.Outputs(
            detections -> {
              DataStream<Detection> fresh = lake.notWritten(detections);
              kafka.detections(fresh);
              lake.detections(fresh);
            },
            kafka::lateEvents,
            kafka::deadLetters));
  }
}
