package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Topics.Topic;
import io.floorwalker.ingest.Door;
import io.floorwalker.ingest.Heartbeat;
import io.floorwalker.ingest.ProvenTimeWriter;
import io.floorwalker.ingest.RawReader;
import io.floorwalker.ingest.RawTopics;
import io.floorwalker.ingest.RawTopics.RawTopic;
import io.floorwalker.ingest.TickWriter;
import io.floorwalker.ingest.format.Formats;
import io.floorwalker.ingest.privacy.Privacy;
import io.floorwalker.pipeline.IngestPipeline;
import io.floorwalker.runtime.KafkaOutputs;
import io.floorwalker.runtime.KafkaSources;
import io.floorwalker.runtime.TopicCheck;
import io.floorwalker.source.EndOfTime;
import io.floorwalker.source.EventSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Checks what comes in and is the only writer of {@code cx.events}; live, it also proves that time
 * goes on.
 */
public final class IngestJob implements Job {
  public static final String NAME = "ingest";

  /** Where ingest goes on when it starts without a checkpoint. */
  public static final String CONSUMER_GROUP = "floorwalker-ingest";

  public static void main(String[] arguments) throws Exception {
    Main.run(new IngestJob(), arguments);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void build(StreamExecutionEnvironment env, Settings settings, TopicCheck topics)
      throws InvalidSettings {
    RawTopics rawTopics = rawTopics(topics, env.getParallelism());
    int eventPartitions = topics.partitions(Topics.EVENTS);
    int accountPartitions = topics.partitions(Topics.ACCOUNTS);
    EventSource raw =
        EventSource.attach(
            env,
            KafkaSources.fromCommitted(
                settings,
                rawTopics.names(),
                new RawReader(NAME, new Door(Privacy.of(settings)), rawTopics),
                CONSUMER_GROUP),
            WatermarkStrategy.noWatermarks(),
            EndOfTime.Policy.HOLD);
    KafkaOutputs kafka = new KafkaOutputs(settings);
    IngestPipeline.build(raw, new IngestPipeline.Outputs(kafka::events, kafka::deadLetters));
    if (!settings.flag(Keys.RUN_BOUNDED)) {
      Duration heartbeat = settings.duration(Keys.TIME_HEARTBEAT);
      IngestPipeline.proveSilence(
          Heartbeat.attach(env, heartbeat, rawTopics.partitions()),
          raw.ticks(),
          new IngestPipeline.Proof(
              heartbeat, rawTopics.partitions(), Math.max(eventPartitions, accountPartitions)),
          new IngestPipeline.ProofOutputs(
              beats ->
                  kafka.attach(beats, new TickWriter(rawTopics, Clock.systemUTC()), "raw-ticks"),
              proven ->
                  kafka.attach(
                      proven, ProvenTimeWriter.into(Topics.EVENTS, eventPartitions), "event-ticks"),
              proven ->
                  kafka.attach(
                      proven,
                      ProvenTimeWriter.intoCompacted(Topics.ACCOUNTS, accountPartitions),
                      "account-ticks")));
    }
  }

  /** Those that exist; only the canonical one has to. */
  private static RawTopics rawTopics(TopicCheck topics, int readers) throws InvalidSettings {
    topics.partitions(Topics.RAW_CANONICAL, readers);
    List<RawTopic> found = new ArrayList<>();
    for (Topic topic : Topics.raw()) {
      String name = topic.name();
      if (topics.exists(name)) {
        found.add(new RawTopic(name, topics.partitions(name), Formats.of(name)));
      }
    }
    return new RawTopics(found);
  }
}
