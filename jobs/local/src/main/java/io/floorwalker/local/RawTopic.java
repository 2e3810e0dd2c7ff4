package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** {@code cx.raw.canonical} as an import sees it: how far it has come, and where events go. */
final class RawTopic {
  private final String bootstrapServers;

  RawTopic(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** The newest time of an event that the topic holds, as far as its end shows. */
  Optional<Instant> newest() {
    try (NewestEvent newest = new NewestEvent(bootstrapServers)) {
      return newest.in(Topics.RAW_CANONICAL);
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  /**
   * Publishes in the order of the events and returns when the broker has them all.
   *
   * @return the number of events
   * @throws CommandFailure when the broker refuses one; those before it are published
   */
  long publish(Iterator<RawEvent> events) {
    AtomicReference<Exception> failure = new AtomicReference<>();
    long published = 0;
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "linger.ms",
                20,
                "batch.size",
                128 * 1024),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      while (events.hasNext() && failure.get() == null) {
        send(producer, events.next(), failure);
        published++;
      }
      producer.flush();
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
    }
    if (failure.get() != null) {
      throw unreachable(failure.get());
    }
    return published;
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer, RawEvent event, AtomicReference<Exception> failure) {
    byte[] key = event.key() == null ? null : event.key().getBytes(StandardCharsets.UTF_8);
    producer.send(
        new ProducerRecord<>(Topics.RAW_CANONICAL, key, event.value()),
        (position, error) -> {
          if (error != null) {
            failure.compareAndSet(null, error);
          }
        });
  }

  private CommandFailure unreachable(Exception cause) {
    return new CommandFailure(
        ExitCode.FAILED,
        "the broker at %s did not take or give %s: %s; see logs/broker.log in --dir, then: floorwalker down, floorwalker up"
            .formatted(bootstrapServers, Topics.RAW_CANONICAL, RootCause.line(cause)),
        cause);
  }
}
