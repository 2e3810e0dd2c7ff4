package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.deliver.ConsentWord;
import io.floorwalker.deliver.DeliverySettings;
import io.floorwalker.lake.IcebergOutputs;
import io.floorwalker.pipeline.DeliveryPipeline;
import io.floorwalker.runtime.KafkaOutputs;
import io.floorwalker.runtime.KafkaSources;
import io.floorwalker.runtime.TopicCheck;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Consent;
import io.floorwalker.source.ContractReader;
import io.floorwalker.source.ContractSource;
import io.floorwalker.source.RowReader;
import java.time.Clock;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Sends planned actions to the target of their channel, at least once under the action's id, and
 * writes down every attempt; takes back what is over. The only job that acts on the world, so it
 * runs live only.
 */
public final class DeliveryJob implements Job {

  public static void main(String[] arguments) throws Exception {
    Main.run(new DeliveryJob(), arguments);
  }

  @Override
  public String name() {
    return DeliveryPipeline.JOB;
  }

  @Override
  public void build(StreamExecutionEnvironment env, Settings settings, TopicCheck topics)
      throws InvalidSettings {
    DeliverySettings delivery = DeliverySettings.from(settings);
    var unused = topics.partitions(Topics.ACTIONS, env.getParallelism());
    Clock clock = Clock.systemUTC();
    KafkaOutputs kafka = new KafkaOutputs(settings);
    IcebergOutputs lake = new IcebergOutputs(settings, name(), clock);
    ContractSource<Action> actions =
        ContractSource.attach(
            env,
            KafkaSources.fromEarliest(
                settings, Topics.ACTIONS, new ContractReader<>(Action.class, name())),
            Action.class,
            "actions");
    ContractSource<ConsentWord> consents =
        ContractSource.attach(
            env,
            KafkaSources.fromEarliest(
                settings,
                Topics.CONSENT,
                new RowReader<>(Consent.class, ConsentWord.class, ConsentWord::of, name())),
            ConsentWord.class,
            "consent");
    DeliveryPipeline.build(
        new DeliveryPipeline.Sources(
            new ContractSource<>(lake.notDelivered(actions.records()), actions.deadLetters()),
            consents,
            Silence.countsAs(settings)),
        delivery,
        clock,
        new DeliveryPipeline.Outputs(lake::deliveries, kafka::outcomes, kafka::deadLetters));
  }
}
