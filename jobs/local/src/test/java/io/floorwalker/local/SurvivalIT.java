package io.floorwalker.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Topics;
import io.floorwalker.lake.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job that is killed in the middle, by its process id, and started again. */
class SurvivalIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  @Test
  void theRowsAreTheSameAndNoneTwiceAfterTwoKills() {
    PublishedShop shop = PublishedShop.RETENTIONEERING;
    List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();
    try (TestingStack source = TestingStack.up(folder.resolve("source"))) {
      shop.importInto(source);
      events.addAll(source.records(Topics.EVENTS));
    }
    events.sort(Comparator.comparingLong(ConsumerRecord::offset));
    try (TestingStack stack = TestingStack.up(Path.of("target/survival").toAbsolutePath())) {
      int third = events.size() / 3;
      TestingCommand first = start(stack);
      stack.publish(events.subList(0, third));
      awaitRows(stack, 100);
      first.kill();
      assertThat(first.exitCode()).isNotZero();

      TestingCommand second = start(stack);
      second.awaitSaid("cart-abandonment goes on from checkpoint");
      stack.publish(events.subList(third, 2 * third));
      awaitRows(stack, 300);
      stack.publish(events.subList(2 * third, events.size()));
      second.kill();
      assertThat(second.exitCode()).isNotZero();

      TestingCommand last = start(stack);
      awaitRows(stack, 800);
      last.terminate();
      assertThat(last.exitCode()).as(last.said()).isZero();
      List<String> live = stack.values(Tables.DETECTIONS, "detection_id");
      assertThat(live).doesNotHaveDuplicates();

      stack.command("run", "cart-abandonment", "--bounded", "--set", "abandonment.key=session");
      assertThat(stack.values(Tables.DETECTIONS, "detection_id"))
          .as("what the live runs found, and what comes due at the end of the history")
          .hasSize(shop.abandonedCarts())
          .doesNotHaveDuplicates()
          .containsAll(live);
    }
  }

  private static TestingCommand start(TestingStack stack) {
    TestingCommand run =
        TestingCommand.start(
            stack.dir(),
            "run",
            "cart-abandonment",
            "--set",
            "abandonment.key=session",
            "--set",
            "flink.execution.checkpointing.interval=1s");
    run.awaitSaid("cart-abandonment runs");
    return run;
  }

  private static void awaitRows(TestingStack stack, int atLeast) {
    assertThat(Await.until(PATIENCE, () -> stack.rows(Tables.DETECTIONS).size() >= atLeast))
        .as("%d rows are committed in time", atLeast)
        .isTrue();
  }
}
