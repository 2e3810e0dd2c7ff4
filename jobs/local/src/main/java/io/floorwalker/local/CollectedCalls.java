package io.floorwalker.local;

import io.floorwalker.collect.Call;
import io.floorwalker.collect.Calls;
import io.floorwalker.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes the calls of trackers into {@code cx.raw.segment}. */
final class CollectedCalls implements Calls, AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final int PATIENCE_MS = 10_000;

  private final Producer<byte[], byte[]> producer;

  private CollectedCalls(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  static CollectedCalls open(String bootstrapServers) {
    return new CollectedCalls(
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "linger.ms",
                5,
                "max.block.ms",
                PATIENCE_MS,
                "request.timeout.ms",
                PATIENCE_MS / 2,
                "delivery.timeout.ms",
                PATIENCE_MS),
            new ByteArraySerializer(),
            new ByteArraySerializer()));
  }

  @Override
  public void take(List<Call> calls)
      throws InterruptedException, ExecutionException, KafkaException {
    List<Future<?>> sent = new ArrayList<>(calls.size());
    for (Call call : calls) {
      sent.add(producer.send(record(call)));
    }
    for (Future<?> each : sent) {
      each.get();
    }
  }

  @Override
  public void close() {
    producer.close(CLOSING);
  }

  private static ProducerRecord<byte[], byte[]> record(Call call) {
    byte[] value = call.json().getBytes(StandardCharsets.UTF_8);
    return call.key() == null
        ? new ProducerRecord<>(Topics.RAW_SEGMENT, value)
        : new ProducerRecord<>(
            Topics.RAW_SEGMENT, call.key().getBytes(StandardCharsets.UTF_8), value);
  }
}
