package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** Creates the topics of the contract that are missing and checks those that exist. */
final class TopicSetup {

  // A wrong value of these loses or misdates records; the retention is the operator's choice.
  private static final List<String> CHECKED = List.of("cleanup.policy", "message.timestamp.type");

  private final Admin admin;
  private final int partitions;
  private final short replication;

  TopicSetup(Admin admin, int partitions, short replication) {
    this.admin = admin;
    this.partitions = partitions;
    this.replication = replication;
  }

  /**
   * Returns how many topics were created.
   *
   * @throws CommandFailure when an existing topic has another cleanup policy or time type
   */
  int createMissing() {
    Set<String> existing = Kafka.answer(admin.listTopics().names(), "listing the topics");
    List<NewTopic> missing = new ArrayList<>();
    List<Topics.Topic> present = new ArrayList<>();
    for (Topics.Topic topic : Topics.all()) {
      if (existing.contains(topic.name())) {
        present.add(topic);
      } else {
        missing.add(
            new NewTopic(topic.name(), partitions, replication).configs(topic.configuration()));
      }
    }
    Kafka.answer(admin.createTopics(missing).all(), "creating topics");
    awaitLeaders(missing);
    check(present);
    return missing.size();
  }

  /**
   * Asks the leader of every new partition for its offsets, which the client does until it answers.
   * A producer that writes before may have its batches accepted out of order, and then never finds
   * back.
   */
  private void awaitLeaders(List<NewTopic> created) {
    Map<TopicPartition, OffsetSpec> all = new HashMap<>();
    for (NewTopic topic : created) {
      for (int partition = 0; partition < partitions; partition++) {
        all.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    Kafka.answer(admin.listOffsets(all).all(), "waiting for the leaders of new topics");
  }

  private void check(List<Topics.Topic> topics) {
    List<ConfigResource> resources = topics.stream().map(topic -> resource(topic.name())).toList();
    Map<ConfigResource, Config> found =
        Kafka.answer(admin.describeConfigs(resources).all(), "reading the topics' settings");
    List<String> differences = new ArrayList<>();
    for (Topics.Topic topic : topics) {
      Optional<Config> config = Optional.ofNullable(found.get(resource(topic.name())));
      for (String key : CHECKED) {
        String wanted = String.valueOf(topic.configuration().get(key));
        String actual = config.map(values -> values.get(key).value()).orElse("");
        if (!wanted.equals(actual)) {
          differences.add(
              "%s has %s=%s, it must be %s".formatted(topic.name(), key, actual, wanted));
        }
      }
    }
    if (!differences.isEmpty()) {
      throw new CommandFailure(
          ExitCode.FAILED,
          String.join("; ", differences) + "; alter or delete the topic, then start again");
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
