package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.detect.stakeholder.Patience;
import io.floorwalker.lake.IcebergOutputs;
import io.floorwalker.pipeline.StakeholderWatchPipeline;
import io.floorwalker.runtime.KafkaOutputs;
import io.floorwalker.runtime.TopicCheck;
import io.floorwalker.schema.Detection;
import java.time.Clock;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Finds business contacts of whom nothing is heard any more; says so in {@code cx.detections} at
 * once and in Iceberg exactly once.
 */
public final class StakeholderWatchJob implements Job {

  public static void main(String[] arguments) throws Exception {
    Main.run(new StakeholderWatchJob(), arguments);
  }

  @Override
  public String name() {
    return StakeholderWatchPipeline.JOB;
  }

  @Override
  public void build(StreamExecutionEnvironment env, Settings settings, TopicCheck topics)
      throws InvalidSettings {
    Patience.check(settings);
    var unusedEvents = topics.partitions(Topics.EVENTS, env.getParallelism());
    var unusedAccounts = topics.partitions(Topics.ACCOUNTS, env.getParallelism());
    Clock clock = Clock.systemUTC();
    KafkaOutputs kafka = new KafkaOutputs(settings);
    IcebergOutputs lake = new IcebergOutputs(settings, name(), clock);
    StakeholderWatchPipeline.build(
        new StakeholderWatchPipeline.Sources(
            EventTopic.attach(env, settings, name()), RosterTopic.attach(env, settings, name())),
        settings,
        settings.flag(Keys.RUN_BOUNDED) ? null : clock.instant(),
        new StakeholderWatchPipeline.Outputs(
            detections -> {
              DataStream<Detection> fresh = lake.notWritten(detections);
              kafka.detections(fresh);
              lake.detections(fresh);
            },
            lake::stakeholderActivity,
            kafka::lateEvents,
            kafka::deadLetters));
  }
}
