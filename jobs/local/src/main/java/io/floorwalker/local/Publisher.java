package io.floorwalker.local;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes many records as fast as the broker takes them. */
final class Publisher {

  private final String bootstrapServers;

  Publisher(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Publishes in the order given and returns when the broker has them all.
   *
   * @return the number of records
   * @throws CommandFailure when the broker refuses one; those before it are published
   */
  long publish(Iterator<ProducerRecord<byte[], byte[]>> records) {
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
      while (records.hasNext() && failure.get() == null) {
        producer.send(
            records.next(),
            (position, error) -> {
              if (error != null) {
                failure.compareAndSet(null, error);
              }
            });
        published++;
      }
      producer.flush();
    } catch (KafkaException e) {
      failure.compareAndSet(null, e);
    }
    if (failure.get() != null) {
      throw refused(failure.get());
    }
    return published;
  }

  private CommandFailure refused(Exception cause) {
    return new CommandFailure(
        ExitCode.FAILED,
        "the broker at %s did not take a record: %s; see logs/broker.log in --dir, then: floorwalker down, floorwalker up"
            .formatted(bootstrapServers, RootCause.line(cause)),
        cause);
  }
}
