package io.floorwalker.runtime;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Topics.Topic;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What a job must know of its topics before it starts: that they exist, are set as the contract
 * says, and their size.
 */
public final class KafkaTopics implements TopicCheck {
  private final Settings settings;

  public KafkaTopics(Settings settings) {
    this.settings = settings;
  }

  /**
   * The client properties for these settings: the brokers and every key below {@code
   * kafka.client.}.
   */
  public static Properties clientProperties(Settings settings) {
    Properties properties = new Properties();
    properties.putAll(settings.below(Keys.KAFKA_CLIENT_PREFIX));
    properties.put("bootstrap.servers", settings.text(Keys.KAFKA_BOOTSTRAP_SERVERS));
    return properties;
  }

  @Override
  public int partitions(String name) throws InvalidSettings {
    Topic topic =
        Topics.all().stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow();
    return ask(
        name,
        admin -> {
          TopicDescription description =
              admin.describeTopics(List.of(name)).allTopicNames().get().values().iterator().next();
          ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
          check(
              topic,
              admin.describeConfigs(List.of(resource)).all().get().values().iterator().next());
          return description.partitions().size();
        });
  }

  @Override
  public boolean exists(String name) throws InvalidSettings {
    return ask(name, admin -> admin.listTopics().names().get().contains(name));
  }

  private <T> T ask(String name, Question<T> question) throws InvalidSettings {
    try (Admin admin = Admin.create(clientProperties(settings))) {
      return question.put(admin);
    } catch (ExecutionException e) {
      throw unusable(name, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking for topic " + name, e);
    }
  }

  private interface Question<T> {
    T put(Admin admin) throws ExecutionException, InterruptedException, InvalidSettings;
  }

  private InvalidSettings unusable(String name, Throwable cause) {
    if (cause instanceof UnknownTopicOrPartitionException) {
      return new InvalidSettings(
          "topic %s does not exist; `floorwalker up` creates it".formatted(name));
    }
    return new InvalidSettings(
        "no answer from the brokers at %s (%s); check kafka.bootstrap.servers, or start the stack with `floorwalker up`"
            .formatted(settings.text(Keys.KAFKA_BOOTSTRAP_SERVERS), cause.getMessage()));
  }

  private static void check(Topic topic, Config actual) throws InvalidSettings {
    for (Map.Entry<String, String> wanted : topic.configuration().entrySet()) {
      String key = wanted.getKey();
      if (key.equals("cleanup.policy") || key.equals("message.timestamp.type")) {
        String found = actual.get(key).value();
        if (!found.equals(wanted.getValue())) {
          throw new InvalidSettings(
              "topic %s has %s=%s, the contract says %s; change it with kafka-configs"
                  .formatted(topic.name(), key, found, wanted.getValue()));
        }
      }
    }
  }
}
