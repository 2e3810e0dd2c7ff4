package io.floorwalker.runtime;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
import java.util.List;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Kafka sources with our defaults. A restored checkpoint overrules where a source starts. */
public final class KafkaSources {

  private KafkaSources() {}

  /** A topic from its earliest record on; bounded runs end at what is there when they start. */
  public static <T> KafkaSource<T> fromEarliest(
      Settings settings, String topic, KafkaRecordDeserializationSchema<T> reader) {
    return builder(settings, List.of(topic), reader)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .build();
  }

  /** Topics from where the consumer group left off, else from their earliest records on. */
  @SuppressWarnings("deprecation") // the connector takes Kafka's old enum here and has no other way
  public static <T> KafkaSource<T> fromCommitted(
      Settings settings,
      List<String> topics,
      KafkaRecordDeserializationSchema<T> reader,
      String group) {
    return builder(settings, topics, reader)
        .setGroupId(group)
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .build();
  }

  private static <T> KafkaSourceBuilder<T> builder(
      Settings settings, List<String> topics, KafkaRecordDeserializationSchema<T> reader) {
    KafkaSourceBuilder<T> builder =
        KafkaSource.<T>builder()
            .setProperties(KafkaTopics.clientProperties(settings))
            // A partition that is added later would have no past.
            .setProperty("partition.discovery.interval.ms", "-1")
            .setTopics(topics)
            .setDeserializer(reader);
    return settings.flag(Keys.RUN_BOUNDED)
        ? builder.setBounded(OffsetsInitializer.latest())
        : builder;
  }
}
