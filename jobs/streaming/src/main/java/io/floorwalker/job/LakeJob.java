package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.lake.IcebergOutputs;
import io.floorwalker.pipeline.LakePipeline;
import io.floorwalker.runtime.KafkaSources;
import io.floorwalker.runtime.TopicCheck;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.ContractReader;
import io.floorwalker.source.ContractSource;
import java.time.Clock;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Writes events, late events and dead letters from their topics to Iceberg, each once. */
public final class LakeJob implements Job {

  public static void main(String[] arguments) throws Exception {
    Main.run(new LakeJob(), arguments);
  }

  @Override
  public String name() {
    return LakePipeline.JOB;
  }

  @Override
  public void build(StreamExecutionEnvironment env, Settings settings, TopicCheck topics)
      throws InvalidSettings {
    var unused = topics.partitions(Topics.EVENTS, env.getParallelism());
    IcebergOutputs lake = new IcebergOutputs(settings, name(), Clock.systemUTC());
    LakePipeline.build(
        new LakePipeline.Sources(
            EventTopic.attach(env, settings, name()),
            topic(env, settings, Topics.LATE_EVENTS, LateEvent.class),
            topic(env, settings, Topics.DEAD_LETTERS, DeadLetter.class)),
        new LakePipeline.Outputs(lake::events, lake::lateEvents, lake::deadLetters));
  }

  private <T extends SpecificRecordBase> ContractSource<T> topic(
      StreamExecutionEnvironment env, Settings settings, String topic, Class<T> type) {
    return ContractSource.attach(
        env,
        KafkaSources.fromEarliest(settings, topic, new ContractReader<>(type, name())),
        type,
        topic.substring("cx.".length()).replace('_', '-'));
  }
}
