package io.floorwalker.runtime;

import io.floorwalker.config.Keys;
import io.floorwalker.config.Settings;
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
    return builder(settings, topic, reader)
        .setStartingOffsets(OffsetsInitializer.earliest())
        .build();
  }

  /** A topic from where the consumer group left off, else from its earliest record on. */
  @SuppressWarnings("deprecation") // the connector takes Kafka's old enum here and has no other way
  public static <T> KafkaSource<T> fromCommitted(
      Settings settings, String topic, KafkaRecordDeserializationSchema<T> reader, String group) {
    return builder(settings, topic, reader)
        .setGroupId(group)
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST))
        .build();
  }

  private static <T> KafkaSourceBuilder<T> builder(
      Settings settings, String topic, KafkaRecordDeserializationSchema<T> reader) {
    KafkaSourceBuilder<T> builder =
        KafkaSource.<T>builder()
            .setProperties(KafkaTopics.clientProperties(settings))
            // A partition that is added later would have no past.
            .setProperty("partition.discovery.interval.ms", "-1")
            .setTopics(topic)
            .setDeserializer(reader);
    return settings.flag(Keys.RUN_BOUNDED)
        ? builder.setBounded(OffsetsInitializer.latest())
        : builder;
  }
}
