package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;

/** Whether each topic is there, is set as the contract says, and may be read and written. */
final class TopicsDoctor {

  private static final Duration CLOCKS_APART = Duration.ofSeconds(5);
  private static final Set<AclOperation> NEEDED =
      new TreeSet<>(Set.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE));

  private final Admin admin;
  private final Clock clock;

  TopicsDoctor(Admin admin, Clock clock) {
    this.admin = admin;
    this.clock = clock;
  }

  /** One or more for each topic; {@code ExecutionException} when the brokers do not answer. */
  List<Diagnosis> examine() throws ExecutionException, InterruptedException {
    Set<String> names = admin.listTopics().names().get();
    List<Diagnosis> found = new ArrayList<>();
    for (Topics.Topic topic : Topics.all()) {
      if (names.contains(topic.name())) {
        TopicDescription description = describe(topic.name());
        found.add(configuration(topic));
        found.add(rights(description));
        if (topic.logAppendTime()) {
          found.add(clock(description));
        }
      } else {
        found.add(
            Diagnosis.wrong(
                "topics",
                topic.name(),
                "does not exist",
                "create it with " + options(topic.configuration())));
      }
    }
    return found;
  }

  private TopicDescription describe(String name) throws ExecutionException, InterruptedException {
    return admin
        .describeTopics(
            List.of(name), new DescribeTopicsOptions().includeAuthorizedOperations(true))
        .allTopicNames()
        .get()
        .values()
        .iterator()
        .next();
  }

  private Diagnosis configuration(Topics.Topic topic)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    Config config = admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
    Map<String, String> other = new TreeMap<>(topic.configuration());
    other.entrySet().removeIf(wanted -> fits(config, wanted));
    return other.isEmpty()
        ? Diagnosis.ok("topics", topic.name())
        : Diagnosis.wrong(
            "topics",
            topic.name(),
            other.keySet().stream()
                .map(key -> key + "=" + config.get(key).value())
                .collect(Collectors.joining(", ")),
            "alter it with " + options(other));
  }

  // How long records stay is the operator's choice, as long as it is not shorter than the contract.
  private static boolean fits(Config config, Map.Entry<String, String> wanted) {
    String actual = config.get(wanted.getKey()).value();
    if (wanted.getKey().endsWith(".ms")) {
      long millis = Long.parseLong(actual);
      return millis < 0 || millis >= Long.parseLong(wanted.getValue());
    }
    return actual.equals(wanted.getValue());
  }

  private static Diagnosis rights(TopicDescription topic) {
    // Null where the brokers keep no list of rights.
    Set<AclOperation> missing = new TreeSet<>(NEEDED);
    Optional.ofNullable(topic.authorizedOperations()).ifPresent(missing::removeAll);
    return missing.isEmpty() || topic.authorizedOperations() == null
        ? Diagnosis.ok("rights", topic.name())
        : Diagnosis.wrong(
            "rights",
            topic.name(),
            "not allowed: " + words(missing),
            "kafka-acls --add --topic %s --allow-principal User:... for %s, unless no job of this user needs it"
                .formatted(topic.name(), words(missing)));
  }

  /** The brokers stamp these records: none of them can be of a time that is yet to come. */
  private Diagnosis clock(TopicDescription topic) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> newest =
        topic.partitions().stream()
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic.name(), partition.partition()),
                    partition -> OffsetSpec.maxTimestamp()));
    long latest =
        admin.listOffsets(newest).all().get().values().stream()
            .mapToLong(ListOffsetsResultInfo::timestamp)
            .max()
            .orElse(-1);
    Instant now = clock.instant();
    return Instant.ofEpochMilli(latest).isAfter(now.plus(CLOCKS_APART))
        ? Diagnosis.wrong(
            "clock",
            topic.name(),
            "its newest record is of %s, here it is %s"
                .formatted(Instant.ofEpochMilli(latest), now),
            "set the clocks of the brokers and of this machine by the same time server")
        : Diagnosis.ok("clock", topic.name());
  }

  private static String options(Map<String, String> configuration) {
    return configuration.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> "--config " + entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String words(Set<AclOperation> operations) {
    return operations.stream().map(AclOperation::name).collect(Collectors.joining(", "));
  }
}
