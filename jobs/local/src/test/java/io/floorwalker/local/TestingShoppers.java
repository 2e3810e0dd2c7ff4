package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.ProductLine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Made-up shoppers who touch their carts every second, by the wall clock, whatever the broker does
 * meanwhile.
 */
final class TestingShoppers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final KafkaProducer<byte[], byte[]> producer;
  private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
  private final Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
  private final Clock clock = Clock.systemUTC();
  private final AtomicLong round = new AtomicLong();
  private final int shoppers;

  TestingShoppers(String bootstrapServers, int shoppers) {
    this.shoppers = shoppers;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                // else send() blocks while no broker answers, and the shoppers with it
                "metadata.recovery.strategy",
                "none",
                "max.block.ms",
                Long.toString(PATIENCE.toMillis()),
                "delivery.timeout.ms",
                Long.toString(PATIENCE.toMillis())),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  void start() {
    var unused = rounds.scheduleAtFixedRate(this::everybodyAdds, 0, 1, TimeUnit.SECONDS);
  }

  void awaitRounds(long more) {
    long enough = round.get() + more;
    assertThat(Await.until(PATIENCE, () -> round.get() >= enough)).as("shoppers go on").isTrue();
  }

  /** Waits while they shop for so long. */
  void awaitShoppingFor(Duration time) {
    awaitRounds(time.toSeconds());
  }

  /** They stop; all but the first have bought. */
  void orderAllButOne() throws InterruptedException {
    rounds.shutdown();
    assertThat(rounds.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    for (int shopper = 1; shopper < shoppers; shopper++) {
      send(shopper, "order_placed");
    }
    producer.flush();
  }

  private void everybodyAdds() {
    for (int shopper = 0; shopper < shoppers; shopper++) {
      send(shopper, "product_added");
    }
    round.incrementAndGet();
  }

  private void send(int shopper, String type) {
    String name = "made-up-" + shopper;
    CustomerEvent.Builder event =
        CustomerEvent.newBuilder()
            .setEventId(name + "-" + round.get() + "-" + type)
            .setType(type)
            .setSessionId("visit-" + name)
            .setAnonymousId(name)
            .setOccurredAt(clock.instant());
    if (type.equals("product_added")) {
      event.setProduct(ProductLine.newBuilder().setProductId("shoes").build());
    }
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topics.RAW_CANONICAL,
                ("visit-" + name).getBytes(StandardCharsets.UTF_8),
                wire.encode(event.build())));
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    producer.close(Duration.ofSeconds(5));
  }
}
