package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.lake.Tables;
import io.floorwalker.lake.TopicTables;
import io.floorwalker.pipeline.LakePipeline;
import io.floorwalker.runtime.KafkaSources;
import io.floorwalker.runtime.TopicCheck;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Product;
import io.floorwalker.schema.Profile;
import io.floorwalker.schema.Rule;
import io.floorwalker.source.Change;
import io.floorwalker.source.CompactedReader;
import io.floorwalker.source.ContractReader;
import io.floorwalker.source.ContractSource;
import java.time.Clock;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Writes the topics to Iceberg, each record once: what came in, what was decided, and the compacted
 * topics as history.
 */
public final class LakeJob implements Job {
  private static final List<String> COMPACTED =
      List.of(Topics.ACCOUNTS, Topics.PRODUCTS, Topics.CONSENT, Topics.PROFILES, Topics.RULES);

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
    for (String topic : COMPACTED) {
      unused = topics.partitions(topic); // what the broker deletes by age has no history
    }
    LakePipeline.build(sources(env, settings), outputs(settings));
  }

  private LakePipeline.Sources sources(StreamExecutionEnvironment env, Settings settings) {
    return new LakePipeline.Sources(
        EventTopic.attach(env, settings, name()),
        new LakePipeline.DecisionTopics(
            topic(env, settings, Topics.DECISIONS, Decision.class),
            topic(env, settings, Topics.ACTIONS, Action.class),
            topic(env, settings, Topics.OUTCOMES, Outcome.class)),
        new LakePipeline.CompactedTopics(
            compacted(env, settings, Topics.ACCOUNTS, Account.class),
            compacted(env, settings, Topics.PRODUCTS, Product.class),
            compacted(env, settings, Topics.CONSENT, Consent.class),
            compacted(env, settings, Topics.PROFILES, Profile.class),
            compacted(env, settings, Topics.RULES, Rule.class)),
        topic(env, settings, Topics.LATE_EVENTS, LateEvent.class),
        topic(env, settings, Topics.DEAD_LETTERS, DeadLetter.class));
  }

  private LakePipeline.Outputs outputs(Settings settings) {
    TopicTables lake = new TopicTables(settings, name(), Clock.systemUTC());
    return new LakePipeline.Outputs(
        new LakePipeline.EventOutputs(
            lake::events, lake::orders, lake::lateEvents, lake::deadLetters),
        new LakePipeline.DecisionOutputs(lake::decisions, lake::actions, lake::outcomes),
        new LakePipeline.HistoryOutputs(
            changes -> lake.history(changes, Tables.ACCOUNTS),
            changes -> lake.history(changes, Tables.PRODUCTS),
            changes -> lake.history(changes, Tables.CONSENTS),
            changes -> lake.history(changes, Tables.PROFILES),
            changes -> lake.history(changes, Tables.RULES)));
  }

  private <T extends SpecificRecordBase> ContractSource<T> topic(
      StreamExecutionEnvironment env, Settings settings, String topic, Class<T> type) {
    return ContractSource.attach(
        env,
        KafkaSources.fromEarliest(settings, topic, new ContractReader<>(type, name())),
        type,
        shortName(topic));
  }

  private <T extends SpecificRecordBase> ContractSource<Change<T>> compacted(
      StreamExecutionEnvironment env, Settings settings, String topic, Class<T> type) {
    return ContractSource.attachCompacted(
        env,
        KafkaSources.fromEarliest(settings, topic, new CompactedReader<>(type, name())),
        type,
        shortName(topic));
  }

  private static String shortName(String topic) {
    return topic.substring("cx.".length()).replace('_', '-');
  }
}
