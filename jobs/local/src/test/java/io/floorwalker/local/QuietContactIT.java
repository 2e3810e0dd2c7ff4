package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.contract.Topics;
import io.floorwalker.contract.Wire;
import io.floorwalker.lake.Tables;
import io.floorwalker.schema.Account;
import io.floorwalker.schema.ContactStatus;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Portal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A contact of whom nothing is heard is found although every topic is quiet: ingest proves time
 * through the roster's topic too, a compacted one.
 */
class QuietContactIT {
  /** A step that falls due within the minute of its row waits for the end of that minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private static final String[] SHORT_TIMES = {
    "--set", "stakeholder.stale.after=5s",
    "--set", "stakeholder.stale.second.after=3s",
    "--set", "stakeholder.stale.third.after=6s",
    "--set", "stakeholder.rhythm=fixed",
    "--set", "time.disorder=1s",
    "--set", "time.heartbeat=1s",
    "--set", "flink.execution.checkpointing.interval=2s"
  };

  @TempDir Path folder;

  @AfterEach
  void stopWhatIsLeft() {
    Stack stack = Stack.in(folder.resolve("stack"));
    stack.jobPid("ingest").owner().ifPresent(ProcessHandle::destroyForcibly);
    stack.jobPid("stakeholder-watch").owner().ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void aContactOfWhomNothingIsHeardIsFoundInThreeSteps() throws Exception {
    try (TestingStack stack = TestingStack.up(folder.resolve("stack"))) {
      TestingCommand ingest = start(stack, "ingest");
      TestingCommand watch = start(stack, "stakeholder-watch");
      Instant now = Clock.systemUTC().instant();
      publish(stack, Topics.ACCOUNTS, Wire.of(Account.class).encode(row(now)));
      publish(stack, Topics.RAW_CANONICAL, Wire.of(CustomerEvent.class).encode(activity(now)));

      assertThat(Await.until(PATIENCE, () -> stack.records(Topics.DETECTIONS).size() >= 3))
          .as("ingest said: %s%nwatch said: %s", ingest.said(), watch.said())
          .isTrue();
      assertThat(detections(stack))
          .extracting(Detection::getKind, Detection::getStep, Detection::getEvidence)
          .containsExactly(step("1"), step("2"), step("3"));
      assertThat(
              Await.until(
                  PATIENCE, () -> stack.values(Tables.STAKEHOLDER_ACTIVITY, "state").size() == 4))
          .isTrue();
      assertThat(stack.values(Tables.STAKEHOLDER_ACTIVITY, "state"))
          .containsExactlyInAnyOrder("active", "stale_1", "stale_2", "stale_3");
      assertThat(stack.records(Topics.DEAD_LETTERS)).as("dead letters").isEmpty();
      watch.terminate();
      ingest.terminate();
      assertThat(watch.exitCode()).as(watch.said()).isZero();
      assertThat(ingest.exitCode()).as(ingest.said()).isZero();
    }
  }

  private static Tuple step(String step) {
    return tuple("stakeholder_stale", step, List.of("e-1"));
  }

  private static List<Detection> detections(TestingStack stack) throws Exception {
    Wire<Detection> wire = Wire.of(Detection.class);
    List<Detection> detections = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> one : stack.records(Topics.DETECTIONS)) {
      detections.add(wire.decode(one.value()));
    }
    return detections;
  }

  private static Account row(Instant at) {
    return Account.newBuilder()
        .setAccountId("acme")
        .setContactId("ann")
        .setTarget(true)
        .setStatus(ContactStatus.ACTIVE)
        .setChangedAt(at)
        .build();
  }

  private static CustomerEvent activity(Instant at) {
    return CustomerEvent.newBuilder()
        .setEventId("e-1")
        .setType("portal_activity")
        .setPortal(new Portal())
        .setAccountId("acme")
        .setContactId("ann")
        .setOccurredAt(at)
        .build();
  }

  private static void publish(TestingStack stack, String topic, byte[] value) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", stack.bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      byte[] key = "acme|ann".getBytes(StandardCharsets.UTF_8);
      var unused = producer.send(new ProducerRecord<>(topic, key, value));
    }
  }

  private static TestingCommand start(TestingStack stack, String job) {
    List<String> arguments = new ArrayList<>(List.of("run", job));
    arguments.addAll(List.of(SHORT_TIMES));
    TestingCommand command = TestingCommand.start(stack.dir(), arguments.toArray(String[]::new));
    command.awaitSaid(job + " runs");
    return command;
  }
}
