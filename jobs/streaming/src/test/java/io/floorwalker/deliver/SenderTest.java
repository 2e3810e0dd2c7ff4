package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.NOON;
import static io.floorwalker.deliver.Actions.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.DeliveryAttempt;
import io.floorwalker.schema.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailbox;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator itself, with a real mailbox, state and sockets; its clock stands at noon. */
class SenderTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private static final int CAPACITY = 5;

  private static final Duration MAX_AGE = Duration.ofDays(3);

  @TempDir Path folder;

  @Test
  void rowsAndReceiptsLeaveTogether() throws Exception {
    try (TestingTarget target = TestingTarget.open();
        TestingSender sender = new TestingSender(target, null)) {
      sender.send(planned("a-1"));
      sender.until(() -> sender.rows().size() == 1, "one row");
      assertThat(sender.rows().get(0).getOutcome()).isEqualTo("delivered");
      assertThat(sender.receipts()).extracting(Outcome::getActionId).containsExactly("a-1");
    }
  }

  @Test
  void whatWasOnItsWayIsSentAgainAfterARestoreUnderTheSameId() throws Exception {
    OperatorSubtaskState checkpoint;
    try (TestingTarget silent = TestingTarget.silent();
        TestingSender sender = new TestingSender(silent, null)) {
      sender.send(planned("a-1"));
      sender.send(planned("a-2"));
      sender.until(() -> silent.requests().size() == 2, "both are on their way");
      checkpoint = sender.harness.snapshot(1, 1);
      assertThat(sender.rows()).isEmpty();
    }
    try (TestingTarget target = TestingTarget.open();
        TestingSender sender = new TestingSender(target, checkpoint)) {
      sender.until(() -> sender.rows().size() == 2, "both are delivered");
      assertThat(target.ids()).containsExactlyInAnyOrder("a-1", "a-2");
      assertThat(sender.rows()).extracting(DeliveryAttempt::getAttempt).containsOnly(1);
      assertThat(sender.harness.snapshot(2, 2).hasState()).isTrue();
    }
  }

  @Test
  void attemptsGoOnCountingAfterARestore() throws Exception {
    OperatorSubtaskState checkpoint;
    try (TestingTarget target = TestingTarget.open().then(503);
        TestingSender sender = new TestingSender(target, null)) {
      sender.send(planned("a-1"));
      sender.until(() -> sender.rows().size() == 1, "the first attempt");
      checkpoint = sender.harness.snapshot(1, 1);
    }
    try (TestingTarget target = TestingTarget.open().then(500);
        TestingSender sender = new TestingSender(target, checkpoint)) {
      sender.passes(Duration.ofSeconds(1));
      sender.until(() -> sender.rows().size() == 1, "the second attempt");
      sender.passes(Duration.ofSeconds(2));
      sender.until(() -> sender.rows().size() == 2, "the third attempt");
      assertThat(sender.rows())
          .extracting(DeliveryAttempt::getAttempt, DeliveryAttempt::getOutcome)
          .containsExactly(tuple(2, "retry"), tuple(3, "delivered"));
      assertThat(target.ids()).containsExactly("a-1", "a-1");
    }
  }

  @Test
  void whatWasSentBeforeARestoreCanBeTakenBackAfterIt() throws Exception {
    OperatorSubtaskState checkpoint;
    try (TestingTarget target = TestingTarget.open();
        TestingSender sender = new TestingSender(target, null)) {
      sender.send(planned("a-1"));
      sender.until(() -> sender.rows().size() == 1, "it is delivered");
      checkpoint = sender.harness.snapshot(1, 1);
    }
    try (TestingTarget target = TestingTarget.open();
        TestingSender sender = new TestingSender(target, checkpoint)) {
      sender.send(planned("a-1").setVersion(2).setStatus("CANCELLED"));
      sender.until(() -> sender.rows().size() == 1, "its target is told");
      assertThat(sender.rows())
          .extracting(DeliveryAttempt::getAttempt, DeliveryAttempt::getOutcome)
          .containsExactly(tuple(2, "resolved"));
      assertThat(target.ids()).containsExactly("a-1.cancelled");
    }
  }

  @Test
  void anActionDoesNotGetYoungerByARestore() throws Exception {
    Action.Builder longLived = planned("a-1").setExpiresAt(NOON.plus(Duration.ofDays(9)));
    OperatorSubtaskState checkpoint;
    try (TestingTarget silent = TestingTarget.silent();
        TestingSender sender = new TestingSender(silent, null)) {
      sender.send(longLived);
      checkpoint = sender.harness.snapshot(1, 1);
    }
    try (TestingTarget target = TestingTarget.open();
        TestingSender sender = new TestingSender(target, checkpoint, NOON.plus(MAX_AGE))) {
      sender.until(() -> sender.rows().size() == 1, "a note");
      assertThat(sender.rows().get(0).getOutcome()).isEqualTo("expired");
      assertThat(target.requests()).isEmpty();
    }
  }

  @Test
  void whatIsThroughIsNotInTheNextCheckpoint() throws Exception {
    OperatorSubtaskState checkpoint;
    try (TestingTarget target = TestingTarget.open();
        TestingSender sender = new TestingSender(target, null)) {
      sender.send(planned("a-1"));
      sender.until(() -> sender.rows().size() == 1, "one row");
      checkpoint = sender.harness.snapshot(1, 1);
    }
    try (TestingTarget target = TestingTarget.open();
        TestingSender sender = new TestingSender(target, checkpoint)) {
      sender.send(planned("a-2"));
      sender.until(() -> sender.rows().size() == 1, "one row");
      assertThat(target.ids()).containsExactly("a-2");
    }
  }

  @Test
  void noMoreAreTakenOverThanMayBeOnTheirWay() throws Exception {
    try (TestingTarget target = TestingTarget.open();
        TestingSender sender = new TestingSender(target, null)) {
      for (int number = 0; number < CAPACITY + 3; number++) {
        sender.send(planned("a-" + number));
      }
      assertThat(sender.rows()).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void anInputThatEndsWaitsForWhatIsOnItsWay() throws Exception {
    try (TestingTarget target = TestingTarget.open();
        TestingSender sender = new TestingSender(target, null)) {
      for (int number = 0; number < 40; number++) {
        sender.send(planned("a-" + number));
      }
      sender.harness.endInput();
      assertThat(sender.rows()).hasSize(40);
    }
  }

  private final class TestingSender implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<String, Errand, DeliveryAttempt> harness;
    private Duration passed = Duration.ZERO;

    TestingSender(TestingTarget target, @Nullable OperatorSubtaskState checkpoint)
        throws Exception {
      this(target, checkpoint, NOON);
    }

    TestingSender(TestingTarget target, @Nullable OperatorSubtaskState checkpoint, Instant now)
        throws Exception {
      DeliverySettings settings =
          new DeliverySettings(
              targets(target).toString(),
              new RetrySettings(6, Duration.ofSeconds(1), MAX_AGE),
              Duration.ofSeconds(20),
              "127.0.0.0/8",
              Long.MAX_VALUE);
      harness =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new SenderFactory(settings, Clock.fixed(now, ZoneOffset.UTC), CAPACITY),
              errand -> Sender.KEY,
              Types.STRING);

      harness.setup(
          TypeInformation.of(DeliveryAttempt.class).createSerializer(new SerializerConfigImpl()));
      harness.setProcessingTime(NOON.toEpochMilli());
      if (checkpoint == null) {
        harness.initializeEmptyState();
      } else {
        harness.initializeState(checkpoint);
      }
      harness.open();
    }

    private Path targets(TestingTarget target) throws IOException {
      String text = "targets:%n  chat:%n    url: %s%n".formatted(target.address());
      return Files.writeString(folder.resolve("targets.yaml"), text);
    }

    void send(Action.Builder action) throws Exception {
      harness.processElement(new Errand(action.build(), NOON.toEpochMilli()), 0);
    }

    void passes(Duration time) throws Exception {
      passed = passed.plus(time);
      harness.setProcessingTime(NOON.plus(passed).toEpochMilli());
    }

    void until(BooleanSupplier condition, String what) throws Exception {
      long deadline = System.nanoTime() + DEADLINE.toNanos();
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("not within " + DEADLINE.toSeconds() + " s: " + what);
        }
        var mail = harness.getTaskMailbox().tryTake(TaskMailbox.MIN_PRIORITY);
        if (mail.isPresent()) {
          mail.get().run();
        } else {
          Thread.onSpinWait();
        }
      }
    }

    List<DeliveryAttempt> rows() {
      return harness.extractOutputValues();
    }

    List<Outcome> receipts() {
      return harness.getSideOutput(Sender.RECEIPTS).stream()
          .map(element -> element.getValue())
          .toList();
    }

    @Override
    public void close() throws Exception {
      harness.close();
    }
  }
}
