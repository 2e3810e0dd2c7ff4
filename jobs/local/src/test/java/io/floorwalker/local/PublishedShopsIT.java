package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.MalformedRecord;
import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.lake.Tables;
import io.floorwalker.schema.CustomerEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Shops of others, whose abandoned carts were counted by others: the whole way from file to table,
 * and again with everything that goes wrong on the way. The folders stay for a look through
 * PyIceberg.
 */
class PublishedShopsIT {
  private static final Path FOLDER = Path.of("target/published-shops").toAbsolutePath();
  private static final Duration DISORDER = Duration.ofSeconds(60);
  private static final int BROKEN = 20;

  @ParameterizedTest
  @EnumSource
  void theCartsThatOthersCountedAreFound(PublishedShop shop) throws Exception {
    try (TestingStack stack = TestingStack.up(FOLDER.resolve(shop.folder()))) {
      shop.importInto(stack);
      detect(stack, 1);
      assertFound(stack, shop);
      String counted = stack.command("sql", "--output", "csv", count(stack.dir()).toString()).out();
      assertThat(counted).isEqualTo("n,ids\r\n%1$d,%1$d\r\n".formatted(shop.abandonedCarts()));

      detect(stack, 2);
      assertFound(stack, shop);
      assertThat(stack.records(Topics.DETECTIONS))
          .as("a second bounded run adds nothing")
          .hasSize(shop.abandonedCarts());
      Files.writeString(stack.dir().resolve("expected"), Integer.toString(shop.abandonedCarts()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theyAreTheSameShuffledRepeatedAndWithBrokenRecordsBetween(PublishedShop shop)
      throws Exception {
    List<Shuffled> records = new ArrayList<>();
    Path folder = FOLDER.resolve(shop.folder() + "-source");
    try (TestingStack source = TestingStack.up(folder)) {
      shop.importInto(source, "--no-ingest");
      records.addAll(shuffledTwice(source.records(Topics.RAW_CANONICAL)));
    }
    Folders.delete(folder);
    try (TestingStack stack = TestingStack.up(FOLDER.resolve(shop.folder() + "-disturbed"))) {
      publish(stack, records);
      stack.command("run", "ingest", "--bounded");
      detect(stack, 2);
      stack.command("run", "lake", "--bounded");

      assertFound(stack, shop);
      assertThat(stack.values(Tables.EVENTS, "event_id"))
          .hasSize(records.size() / 2)
          .doesNotHaveDuplicates();
      assertThat(stack.rows(Tables.LATE_EVENTS)).isEmpty();
      assertThat(stack.values(Tables.DEAD_LETTERS, "class"))
          .hasSize(BROKEN + 1)
          .containsOnlyOnce("time")
          .contains("empty", "header", "schema", "avro");
      assertThat(stack.values(Tables.DEAD_LETTERS, "reason")).doesNotContain("null", "");
      assertThat(new HashSet<>(positions(stack))).hasSize(BROKEN + 1);
    }
  }

  private static void detect(TestingStack stack, int parallelism) {
    stack.command(
        "run",
        "cart-abandonment",
        "--bounded",
        "--set",
        "abandonment.key=session",
        "--parallelism",
        Integer.toString(parallelism));
  }

  private static void assertFound(TestingStack stack, PublishedShop shop) {
    assertThat(stack.values(Tables.DETECTIONS, "detection_id"))
        .hasSize(shop.abandonedCarts())
        .doesNotHaveDuplicates();
    assertThat(stack.values(Tables.DETECTIONS, "kind")).containsOnly("cart_abandoned");
  }

  private static List<String> positions(TestingStack stack) {
    return stack.rows(Tables.DEAD_LETTERS).stream()
        .map(
            row ->
                row.getField("topic")
                    + "|"
                    + row.getField("partition")
                    + "|"
                    + row.getField("offset"))
        .toList();
  }

  private static Path count(Path dir) throws Exception {
    return Files.writeString(
        dir.resolve("count.sql"),
        "SELECT COUNT(*) AS n, COUNT(DISTINCT detection_id) AS ids FROM detections WHERE kind = 'cart_abandoned'");
  }

  /** A record with the moment at which it arrives, milliseconds. */
  private record Shuffled(long arrivesAt, byte @Nullable [] key, byte @Nullable [] value) {}

  private static List<Shuffled> shuffledTwice(List<ConsumerRecord<byte[], byte[]>> records) {
    Random random = new Random(11);
    Wire<CustomerEvent> wire = Wire.of(CustomerEvent.class);
    List<Shuffled> shuffled = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> message : records) {
      long at = occurredAt(wire, message.value());
      for (int copy = 0; copy < 2; copy++) {
        shuffled.add(
            new Shuffled(
                at + random.nextLong(DISORDER.toMillis()), message.key(), message.value()));
      }
    }
    shuffled.sort(Comparator.comparingLong(Shuffled::arrivesAt));
    return shuffled;
  }

  private static long occurredAt(Wire<CustomerEvent> wire, byte[] value) {
    try {
      return wire.decode(value).getOccurredAt().toEpochMilli();
    } catch (MalformedRecord e) {
      throw new AssertionError("the import wrote a record that cannot be read", e);
    }
  }

  private static void publish(TestingStack stack, List<Shuffled> records) throws Exception {
    Random random = new Random(13);
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    byte[] good = records.get(0).value();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      int step = records.size() / (BROKEN + 1);
      for (int position = 0; position < records.size(); position++) {
        Shuffled one = records.get(position);
        send(producer, sent, one.key(), one.value());
        int broken = position / step;
        if (position % step == 0 && broken < BROKEN && good != null) {
          send(producer, sent, one.key(), broken(broken, good, random));
        }
        if (position == records.size() / 2) {
          send(producer, sent, one.key(), ofTheYear2099());
        }
      }
    }
    for (Future<RecordMetadata> one : sent) {
      one.get();
    }
  }

  private static byte @Nullable [] broken(int number, byte[] good, Random random) {
    byte[] damaged = good.clone();
    switch (number % 5) {
      case 0 -> {
        return null;
      }
      case 1 -> damaged[0] = 0;
      case 2 -> damaged[4] ^= (byte) 0xFF;
      case 3 -> {
        return java.util.Arrays.copyOf(good, good.length - 3);
      }
      default -> {
        damaged = new byte[40];
        random.nextBytes(damaged);
      }
    }
    return damaged;
  }

  private static byte[] ofTheYear2099() {
    return Wire.of(CustomerEvent.class)
        .encode(
            CustomerEvent.newBuilder()
                .setEventId("from-2099")
                .setType("product_added")
                .setSessionId("from-2099")
                .setUserId("from-2099")
                .setOccurredAt(Instant.parse("2099-01-01T00:00:00Z"))
                .build());
  }

  private static void send(
      KafkaProducer<byte[], byte[]> producer,
      List<Future<RecordMetadata>> sent,
      byte @Nullable [] key,
      byte @Nullable [] value) {
    sent.add(producer.send(new ProducerRecord<>(Topics.RAW_CANONICAL, key, value)));
  }
}
