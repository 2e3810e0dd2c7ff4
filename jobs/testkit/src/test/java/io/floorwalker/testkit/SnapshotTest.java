package io.floorwalker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Test;

/** Snapshots restore by uid, any number of times, at any parallelism. */
class SnapshotTest {
  @Test
  void stateGoesOnWhereTheSnapshotWasTaken() {
    Snapshot snapshot = afterOneWordEach("a", "b");
    try (var restored = PipelineHarness.restored(Types.STRING, SnapshotTest::counts, snapshot)) {
      restored.element("a", 3);
      assertThat(restored.output()).containsExactly("a:2");
      assertThat(restored.processingTimeTimers()).isEqualTo(2);
    }
  }

  @Test
  void aSnapshotIsNotChangedByWhatCameAfter() {
    Snapshot snapshot = afterOneWordEach("a");
    for (int time = 0; time < 2; time++) {
      try (var restored = PipelineHarness.restored(Types.STRING, SnapshotTest::counts, snapshot)) {
        restored.element("a", 3);
        assertThat(restored.output()).containsExactly("a:2");
      }
    }
  }

  @Test
  void theSubtasksShareTheKeysAtEveryParallelism() {
    Snapshot snapshot = afterOneWordEach("a", "b", "c", "d", "e");
    int count = 1;
    for (int parallelism : new int[] {2, 3, 1, 4}) {
      count++;
      try (var restored =
          PipelineHarness.restored(Types.STRING, SnapshotTest::counts, snapshot, parallelism)) {
        assertThat(restored.keyedStateEntries()).isEqualTo(5);
        List.of("a", "b", "c", "d", "e").forEach(word -> restored.element(word, 3));
        assertThat(restored.output())
            .containsExactlyInAnyOrder(
                "a:" + count, "b:" + count, "c:" + count, "d:" + count, "e:" + count);
        snapshot = restored.snapshot();
      }
    }
  }

  @Test
  void anOperatorIsFoundByItsUidWhereverItStands() {
    Snapshot snapshot = afterOneWordEach("a");
    assertThat(snapshot.operators()).containsExactly("count-v1");
    try (var restored =
        PipelineHarness.restored(
            Types.STRING, w -> Running.counts(w.map(x -> x), "count-v1"), snapshot)) {
      restored.element("a", 3);
      assertThat(restored.output()).containsExactly("a:2");
    }
  }

  @Test
  void stateThatNobodyTakesIsRefused() {
    Snapshot snapshot = afterOneWordEach("a");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PipelineHarness.restored(Types.STRING, w -> Running.counts(w, "count-v2"), snapshot)
                    .close())
        .withMessage(
            "The snapshot has state of [count-v1], but the pipeline's operators are [count-v2]. Keep the uid, or migrate"
                + " its state.");
  }

  private static DataStream<String> counts(DataStream<String> words) {
    return Running.counts(words, "count-v1");
  }

  private static Snapshot afterOneWordEach(String... words) {
    try (var harness = PipelineHarness.of(Types.STRING, SnapshotTest::counts)) {
      for (String word : words) {
        harness.element(word, 1);
      }
      return harness.snapshot();
    }
  }
}
