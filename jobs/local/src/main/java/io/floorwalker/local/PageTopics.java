package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.page.Answers;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Feedback;
import io.floorwalker.schema.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Where what comes in by HTTP is written: events, being shown, and what people answer. */
final class PageTopics implements Answers, AutoCloseable {

  /** Slack waits 3 s for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Wire<CustomerEvent> events = Wire.of(CustomerEvent.class);
  private final Wire<Outcome> outcomes = Wire.of(Outcome.class);
  private final Wire<Feedback> feedback = Wire.of(Feedback.class);
  private final Producer<byte[], byte[]> producer;

  private PageTopics(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  static PageTopics open(String bootstrapServers) {
    return new PageTopics(
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0),
            new ByteArraySerializer(),
            new ByteArraySerializer()));
  }

  /**
   * Returns when the broker has it, so that a page that waits for the answer keeps its order.
   *
   * @throws CommandFailure where the broker does not take it
   */
  void happened(CustomerEvent event) {
    byte[] value = events.encode(event);
    try {
      producer.send(record(Topics.RAW_CANONICAL, event.getSessionId(), value)).get();
    } catch (ExecutionException e) {
      throw refused(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused(e);
    }
  }

  @Override
  public void shown(Outcome outcome) {
    send(Topics.OUTCOMES, person(outcome.getCustomerKey(), outcome), outcomes.encode(outcome));
  }

  @Override
  public void said(Feedback said) {
    send(Topics.FEEDBACK, person(said.getCustomerKey(), said), feedback.encode(said));
  }

  /** Returns when the broker has it, or false when it does not say so in time. */
  boolean keep(Feedback said) {
    ProducerRecord<byte[], byte[]> entry;
    synchronized (feedback) {
      entry = record(Topics.FEEDBACK, person(said.getCustomerKey(), said), feedback.encode(said));
    }
    try {
      producer.send(entry).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      Failures.log(e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }

  private void send(String topic, String key, byte[] value) {
    var unused =
        producer.send(
            record(topic, key, value),
            (position, failure) -> {
              if (failure != null) {
                Failures.log(failure);
              }
            });
  }

  // The contract's key of both topics.
  private static String person(@Nullable String customer, SpecificRecordBase entry) {
    return customer != null ? customer : entry.get("account_id") + "|" + entry.get("contact_id");
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, byte[] value) {
    byte[] bytes = Objects.requireNonNull(key).getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, bytes, value);
  }

  private static CommandFailure refused(Exception cause) {
    return new CommandFailure(
        ExitCode.FAILED, "the broker did not take an event: " + RootCause.line(cause), cause);
  }
}
