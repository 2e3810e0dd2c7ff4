package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Silence is proved through the log: an outage of ingest or of the broker looks like nobody's
 * silence, and a shop that is quiet altogether still reports its last cart. Times are short; with
 * {@code -Dfloorwalker.outage=120} the outages last two minutes.
 */
class SilenceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration OUTAGE =
      Duration.ofSeconds(Integer.getInteger("floorwalker.outage", 20));
  private static final String[] SHORT_TIMES = {
    "--set", "abandonment.cart.after=10s",
    "--set", "time.disorder=3s",
    "--set", "time.heartbeat=1s",
    "--set", "flink.execution.checkpointing.interval=2s"
  };

  @TempDir Path folder;

  @AfterEach
  void stopWhatIsLeft() {
    Stack stack = Stack.in(folder.resolve("stack"));
    stack.jobPid("ingest").owner().ifPresent(ProcessHandle::destroyForcibly);
    stack.jobPid("cart-abandonment").owner().ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void anOutageIsNobodysSilenceAndAQuietShopReportsItsLastCart() throws Exception {
    try (TestingStack stack = TestingStack.up(folder.resolve("stack"));
        TestingShoppers shoppers = new TestingShoppers(stack.bootstrapServers(), 8)) {
      TestingCommand ingest = start(stack, "ingest");
      TestingCommand detector = start(stack, "cart-abandonment");
      shoppers.start();
      shoppers.awaitRounds(5);

      ingest.kill();
      assertThat(ingest.exitCode()).isNotZero();
      shoppers.awaitShoppingFor(OUTAGE);
      TestingCommand ingestAgain = start(stack, "ingest");
      shoppers.awaitShoppingFor(Duration.ofSeconds(10));

      killBroker(stack);
      shoppers.awaitShoppingFor(OUTAGE);
      stack.command("up");
      shoppers.awaitShoppingFor(Duration.ofSeconds(10));
      assertThat(stack.records(Topics.DETECTIONS)).as("false abandonments").isEmpty();

      shoppers.orderAllButOne();
      assertThat(Await.until(PATIENCE, () -> !stack.records(Topics.DETECTIONS).isEmpty()))
          .as(
              "all topics are quiet, and the last cart is reported; ingest said: %s",
              ingestAgain.said())
          .isTrue();
      assertThat(stack.records(Topics.DETECTIONS)).hasSize(1);
      assertThat(stack.records(Topics.LATE_EVENTS)).as("late events").isEmpty();
      assertThat(stack.records(Topics.DEAD_LETTERS)).as("dead letters").isEmpty();
      detector.terminate();
      ingestAgain.terminate();
      assertThat(detector.exitCode()).as(detector.said()).isZero();
      assertThat(ingestAgain.exitCode()).as(ingestAgain.said()).isZero();
    }
  }

  private static TestingCommand start(TestingStack stack, String job) {
    String[] arguments = new String[SHORT_TIMES.length + 2];
    arguments[0] = "run";
    arguments[1] = job;
    System.arraycopy(SHORT_TIMES, 0, arguments, 2, SHORT_TIMES.length);
    TestingCommand command = TestingCommand.start(stack.dir(), arguments);
    command.awaitSaid(job + " runs");
    return command;
  }

  private static void killBroker(TestingStack stack) throws Exception {
    ProcessHandle broker = new Broker(stack.dir()).process().orElseThrow();
    broker.destroyForcibly();
    broker.onExit().get();
  }
}
