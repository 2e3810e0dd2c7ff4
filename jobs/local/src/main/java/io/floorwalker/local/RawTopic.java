package io.floorwalker.local;

import io.floorwalker.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

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
  long publish(Stream<RawEvent> events) {
    return new Publisher(bootstrapServers).publish(events.map(RawTopic::record).iterator());
  }

  private static ProducerRecord<byte[], byte[]> record(RawEvent event) {
    byte[] key = event.key() == null ? null : event.key().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(Topics.RAW_CANONICAL, key, event.value());
  }

  private CommandFailure unreachable(Exception cause) {
    return new CommandFailure(
        ExitCode.FAILED,
        "the broker at %s did not give %s: %s; see logs/broker.log in --dir, then: floorwalker down, floorwalker up"
            .formatted(bootstrapServers, Topics.RAW_CANONICAL, RootCause.line(cause)),
        cause);
  }
}
