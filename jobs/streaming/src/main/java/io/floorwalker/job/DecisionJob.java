package io.floorwalker.job;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.decide.Deciding;
import io.floorwalker.decide.Heard;
import io.floorwalker.decisions.Decider;
import io.floorwalker.decisions.InvalidPolicy;
import io.floorwalker.decisions.Policies;
import io.floorwalker.decisions.Policy;
import io.floorwalker.pipeline.DecisionPipeline;
import io.floorwalker.runtime.KafkaOutputs;
import io.floorwalker.runtime.KafkaOwnDecisions;
import io.floorwalker.runtime.KafkaSources;
import io.floorwalker.runtime.TopicCheck;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.Consent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.source.ContractReader;
import io.floorwalker.source.ContractSource;
import io.floorwalker.source.RowReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Decides about every detection by the policy, and says so; live, it also acts, and says what came
 * of it.
 */
public final class DecisionJob implements Job {

  public static void main(String[] arguments) throws Exception {
    Main.run(new DecisionJob(), arguments);
  }

  @Override
  public String name() {
    return DecisionPipeline.JOB;
  }

  @Override
  public void build(StreamExecutionEnvironment env, Settings settings, TopicCheck topics)
      throws InvalidSettings {
    for (String topic : List.of(Topics.DETECTIONS, Topics.EVENTS)) {
      var unused = topics.partitions(topic, env.getParallelism());
    }
    KafkaOutputs kafka = new KafkaOutputs(settings);
    DecisionPipeline.build(
        new DecisionPipeline.Sources(
            records(env, settings, Topics.DETECTIONS, Detection.class),
            rows(env, settings, Topics.CONSENT, reader(Consent.class, Heard::consent)),
            rows(env, settings, Topics.ACCOUNTS, reader(Account.class, Heard::account)),
            records(env, settings, Topics.OUTCOMES, Outcome.class),
            EventTopic.attach(env, settings, name())),
        deciding(settings),
        new DecisionPipeline.Outputs(
            kafka::decisions, kafka::actions, kafka::outcomes, kafka::deadLetters));
  }

  private <T extends SpecificRecordBase> RowReader<T, Heard> reader(
      Class<T> type, RowReader.Row<T, Heard> row) {
    return new RowReader<>(type, Heard.class, row, name());
  }

  private <T extends SpecificRecordBase> ContractSource<T> records(
      StreamExecutionEnvironment env, Settings settings, String topic, Class<T> type) {
    return ContractSource.attach(
        env,
        KafkaSources.fromEarliest(settings, topic, new ContractReader<>(type, name())),
        type,
        topic.substring("cx.".length()));
  }

  private static ContractSource<Heard> rows(
      StreamExecutionEnvironment env, Settings settings, String topic, RowReader<?, Heard> reader) {
    return ContractSource.attach(
        env,
        KafkaSources.fromEarliest(settings, topic, reader),
        Heard.class,
        topic.substring("cx.".length()));
  }

  private Deciding deciding(Settings settings) throws InvalidSettings {
    boolean replay = settings.flag(Keys.RUN_BOUNDED) || settings.text(Keys.MODE).equals("replay");
    return new Deciding(
        new Decider(policy(settings), name()),
        Silence.countsAs(settings),
        replay,
        new KafkaOwnDecisions(settings, replay));
  }

  private static Policy policy(Settings settings) throws InvalidSettings {
    String file = settings.text(Keys.POLICY_FILE);
    try {
      return file.isEmpty() ? Policies.builtIn() : Policies.read(Path.of(file));
    } catch (InvalidPolicy e) {
      throw new InvalidSettings(Objects.requireNonNull(e.getMessage()));
    }
  }
}
