package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.detect.struggle.StruggleDetector;
import io.floorwalker.lake.IcebergOutputs;
import io.floorwalker.pipeline.CheckoutStrugglePipeline;
import io.floorwalker.runtime.KafkaOutputs;
import io.floorwalker.runtime.TopicCheck;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Signal;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Finds shoppers who are in trouble while they still are; says so in {@code cx.detections} at once
 * and in Iceberg exactly once, and writes down every sign.
 */
public final class CheckoutStruggleJob implements Job {
  /** What a watermark waits for is added to the delay of every detection. */
  private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(20);

  public static void main(String[] arguments) throws Exception {
    Main.run(new CheckoutStruggleJob(), arguments);
  }

  @Override
  public String name() {
    return CheckoutStrugglePipeline.JOB;
  }

  @Override
  public void build(StreamExecutionEnvironment env, Settings settings, TopicCheck topics)
      throws InvalidSettings {
    var unused = topics.partitions(Topics.EVENTS, env.getParallelism());
    hurry(env, settings);
    KafkaOutputs kafka = new KafkaOutputs(settings);
    IcebergOutputs lake = new IcebergOutputs(settings, name(), Clock.systemUTC());
    CheckoutStrugglePipeline.build(
        EventTopic.attach(env, settings, name(), StruggleDetector.disorder(settings)),
        settings,
        new CheckoutStrugglePipeline.Outputs(
            signals -> {
              DataStream<Signal> fresh = lake.signalsNotWritten(signals);
              kafka.signals(fresh);
              lake.signals(fresh);
            },
            detections -> {
              DataStream<Detection> fresh = lake.notWritten(detections);
              kafka.detections(fresh);
              lake.detections(fresh);
            },
            kafka::lateEvents,
            kafka::deadLetters));
  }

  private static void hurry(StreamExecutionEnvironment env, Settings settings) {
    String key = PipelineOptions.AUTO_WATERMARK_INTERVAL.key();
    if (!settings.below(Keys.FLINK_PREFIX).containsKey(key)) {
      Configuration interval = new Configuration();
      interval.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);
      env.configure(interval);
    }
  }
}
