package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.job.Job;
import io.floorwalker.job.Jobs;
import io.floorwalker.lake.Tables;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.ProductLine;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A savepoint of an earlier version, kept as a fixture, restores: the cart that was open in it is
 * found. Taken anew with {@code -Dit.test=SavepointIT -Dgolden.update=true}, which needs an ADR.
 */
class SavepointIT {
  private static final Path GOLDEN =
      Path.of("src/test/resources/golden/savepoint-cart-abandonment-v1").toAbsolutePath();
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int PARTITIONS = 4;

  @TempDir Path folder;

  @BeforeAll
  static void takeItAnewWhereAskedTo(@TempDir Path old) throws Exception {
    if (!Boolean.getBoolean("golden.update")) {
      return;
    }
    Folders.delete(GOLDEN);
    try (TestingStack stack = TestingStack.up(old.resolve("stack"));
        LocalCluster cluster = LocalCluster.start(stack.dir(), OptionalInt.of(0))) {
      RunningJob running = submit(stack, cluster, List.of());
      publishHistory(stack);
      // Committed, so that the savepoint names no file of this warehouse.
      assertThat(Await.until(PATIENCE, () -> stack.rows(Tables.DETECTIONS).size() == 1)).isTrue();
      String taken =
          cluster
              .flink()
              .triggerSavepoint(
                  running.id(), old.toUri().toString(), false, SavepointFormatType.CANONICAL)
              .get();
      copy(Path.of(java.net.URI.create(taken)), GOLDEN);
      running.cancel();
    }
  }

  @Test
  void theCartThatWasOpenIsFound() {
    try (TestingStack stack = TestingStack.up(folder.resolve("new"));
        LocalCluster cluster = LocalCluster.start(stack.dir(), OptionalInt.of(0))) {
      publishHistory(stack);
      RunningJob running =
          submit(stack, cluster, List.of("flink.execution.state-recovery.path=" + GOLDEN.toUri()));
      viewOnEveryPartition(stack, START.plusSeconds(120 * 60));
      awaitDetections(stack, 1);
      assertThat(detections(stack))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.getCustomerKey()).isEqualTo("open-in-the-savepoint");
                assertThat(found.getDeadlineAt()).isEqualTo(START.plusSeconds(61 * 60));
                assertThat(found.getLines()).containsExactly("shoes x1");
              });
      running.cancel();
    }
  }

  /** The log as it was when the savepoint was taken; its offsets are in it. */
  private static void publishHistory(TestingStack stack) {
    publish(stack, 0, added("abandoned-before", START));
    publish(stack, 0, added("open-in-the-savepoint", START.plusSeconds(31 * 60)));
    viewOnEveryPartition(stack, START.plusSeconds(33 * 60));
  }

  private static RunningJob submit(TestingStack stack, LocalCluster cluster, List<String> sets) {
    Job job = Jobs.named("cart-abandonment").orElseThrow();
    Stack settings = Stack.in(stack.dir());
    return new JobSubmission(
            settings, cluster, new Progress(new PrintWriter(PrintWriter.nullWriter())))
        .submit(job, settings.settings(List.of(), sets), RunOptions.live());
  }

  private static void awaitDetections(TestingStack stack, int count) {
    assertThat(Await.until(PATIENCE, () -> detections(stack).size() >= count)).isTrue();
  }

  private static List<Detection> detections(TestingStack stack) {
    Wire<Detection> wire = Wire.of(Detection.class);
    List<Detection> found = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> one : stack.records(Topics.DETECTIONS)) {
      try {
        found.add(wire.decode(one.value()));
      } catch (io.floorwalker.contract.MalformedRecord e) {
        throw new AssertionError(e);
      }
    }
    return found;
  }

  private static CustomerEvent added(String customer, Instant at) {
    return event(customer, "product_added", at)
        .setProduct(ProductLine.newBuilder().setProductId("shoes").build())
        .build();
  }

  private static void viewOnEveryPartition(TestingStack stack, Instant at) {
    for (int partition = 0; partition < PARTITIONS; partition++) {
      publish(stack, partition, event("visitor-" + partition, "page_viewed", at).build());
    }
  }

  private static CustomerEvent.Builder event(String customer, String type, Instant at) {
    return CustomerEvent.newBuilder()
        .setEventId(customer + "-" + at.toEpochMilli())
        .setType(type)
        .setCustomerKey(customer)
        .setUserId(customer)
        .setOccurredAt(at);
  }

  private static void publish(TestingStack stack, int partition, CustomerEvent event) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      var unused =
          producer.send(
              new ProducerRecord<>(
                  Topics.EVENTS, partition, null, Wire.of(CustomerEvent.class).encode(event)));
    }
  }

  private static void copy(Path from, Path to) throws Exception {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }
}
