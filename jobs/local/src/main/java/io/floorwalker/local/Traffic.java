package io.floorwalker.local;

import io.floorwalker.simulator.Emission;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes what simulated people do, each record to its topic and at its time. */
final class Traffic implements AutoCloseable {

  private static final Duration LONGEST_NAP = Duration.ofMillis(100);

  private final Producer<byte[], byte[]> producer;
  private final Iterator<Emission> emissions;
  private final Clock clock;
  private final AtomicLong sent = new AtomicLong();
  private volatile @Nullable Exception failure;
  private volatile boolean stopped;

  Traffic(String bootstrapServers, Iterator<Emission> emissions, Clock clock) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    this.emissions = emissions;
    this.clock = clock;
  }

  /** Publishes until the last shopper has left or {@link #stop()}; then everything is sent. */
  void run() {
    while (!stopped && emissions.hasNext()) {
      Emission emission = emissions.next();
      if (waitUntil(emission.sendAtMs())) {
        var unused =
            producer.send(
                record(emission),
                (position, failed) -> {
                  if (failed == null) {
                    sent.incrementAndGet();
                  } else {
                    failure = failed;
                  }
                });
      }
    }
    producer.flush();
  }

  void stop() {
    stopped = true;
  }

  /** Records that the broker has confirmed. */
  long sent() {
    return sent.get();
  }

  /** Why the last record that was lost could not be published. */
  Optional<Exception> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void close() {
    stop();
    producer.close(Duration.ofSeconds(5));
  }

  private static ProducerRecord<byte[], byte[]> record(Emission sent) {
    return new ProducerRecord<>(sent.topic(), null, sent.sendAtMs(), sent.key(), sent.value());
  }

  private boolean waitUntil(long millis) {
    while (!stopped) {
      long left = millis - clock.millis();
      if (left <= 0) {
        return true;
      }
      LockSupport.parkNanos(Math.min(left, LONGEST_NAP.toMillis()) * 1_000_000);
    }
    return false;
  }
}
