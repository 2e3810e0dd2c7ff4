package io.floorwalker.runtime;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.Topics;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.Signal;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes the records of the contract to their topics: at least once, under derived ids, at once.
 */
public final class KafkaOutputs {
  private final Properties properties;

  public KafkaOutputs(Settings settings) {
    properties = KafkaTopics.clientProperties(settings);
    properties.putIfAbsent("linger.ms", "0");
    properties.putIfAbsent("compression.type", "lz4");
    // Longer than a broker's restart: records wait, and the job with them, instead of failing.
    properties.putIfAbsent("delivery.timeout.ms", "600000");
  }

  public void events(DataStream<CustomerEvent> events) {
    attach(
        events,
        new RecordWriter<>(Topics.EVENTS, CustomerEvent.class, RecordKeys::event),
        "events");
  }

  public void detections(DataStream<Detection> detections) {
    attach(
        detections,
        new RecordWriter<>(Topics.DETECTIONS, Detection.class, RecordKeys::detection),
        "detections");
  }

  public void signals(DataStream<Signal> signals) {
    attach(
        signals, new RecordWriter<>(Topics.SIGNALS, Signal.class, RecordKeys::signal), "signals");
  }

  public void decisions(DataStream<Decision> decisions) {
    attach(
        decisions,
        new RecordWriter<>(Topics.DECISIONS, Decision.class, RecordKeys::decision),
        "decisions");
  }

  public void actions(DataStream<Action> actions) {
    attach(
        actions, new RecordWriter<>(Topics.ACTIONS, Action.class, RecordKeys::action), "actions");
  }

  public void outcomes(DataStream<Outcome> outcomes) {
    attach(
        outcomes,
        new RecordWriter<>(Topics.OUTCOMES, Outcome.class, RecordKeys::outcome),
        "outcomes");
  }

  public void lateEvents(DataStream<LateEvent> lateEvents) {
    attach(
        lateEvents,
        new RecordWriter<>(Topics.LATE_EVENTS, LateEvent.class, RecordKeys::lateEvent),
        "late-events");
  }

  public void deadLetters(DataStream<DeadLetter> deadLetters) {
    attach(
        deadLetters,
        new RecordWriter<>(Topics.DEAD_LETTERS, DeadLetter.class, RecordKeys::deadLetter),
        "dead-letters");
  }

  /** Writes with a serializer of the caller's. */
  public <T> void attach(
      DataStream<T> records, KafkaRecordSerializationSchema<T> writer, String name) {
    KafkaSink<T> sink =
        KafkaSink.<T>builder()
            .setKafkaProducerConfig(properties)
            .setBootstrapServers(properties.getProperty("bootstrap.servers"))
            .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
            .setRecordSerializer(writer)
            .build();
    records.sinkTo(sink).name("write " + name.replace('-', ' ')).uid("write-" + name + "-v1");
  }
}
