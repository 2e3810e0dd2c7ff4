package io.floorwalker.deliver;

import static io.floorwalker.deliver.Actions.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.schema.Action;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.junit.jupiter.api.Test;

class PlannedOnceTest {
  private static final TypeInformation<Action> ACTION = TypeInformation.of(Action.class);

  @Test
  void theFirstOfAnIdPassesAndRepeatsAreCounted() {
    try (PipelineHarness<Action, Errand> harness =
        PipelineHarness.of(ACTION, PlannedOnce::attach)) {
      harness.element(planned("a-1").setVariant("first").build(), 0);
      harness.element(planned("a-1").setVariant("second").build(), 0);
      harness.element(planned("a-2").build(), 0);
      assertThat(harness.output())
          .extracting(errand -> errand.action().getVariant())
          .containsExactly("first", "short");
      assertThat(harness.counter("repeated")).isEqualTo(1);
    }
  }

  @Test
  void anErrandKnowsWhenItWasFirstHeardOf() {
    try (PipelineHarness<Action, Errand> harness =
        PipelineHarness.of(ACTION, PlannedOnce::attach)) {
      harness.processingTime(5_000);
      harness.element(planned("a-1").build(), 0);
      assertThat(harness.output()).extracting(Errand::heardAt).containsExactly(5_000L);
    }
  }

  @Test
  void whatIsNotPlannedIsCountedAndDoesNotStandInTheWay() {
    try (PipelineHarness<Action, Errand> harness =
        PipelineHarness.of(ACTION, PlannedOnce::attach)) {
      for (String status : new String[] {"deferred", "held", "sent", "failed"}) {
        harness.element(planned("a-1").setStatus(status).build(), 0);
      }
      harness.element(planned("a-1").setVersion(2).build(), 0);
      assertThat(harness.output())
          .extracting(errand -> errand.action().getStatus())
          .containsExactly("planned");
      assertThat(harness.counter("not_planned")).isEqualTo(4);
    }
  }

  @Test
  void theWordThatItIsOverPassesOnceToo() {
    try (PipelineHarness<Action, Errand> harness =
        PipelineHarness.of(ACTION, PlannedOnce::attach)) {
      harness.element(planned("a-1").build(), 0);
      harness.element(planned("a-1").setVersion(2).setStatus("CANCELLED").build(), 0);
      harness.element(planned("a-1").setVersion(3).setStatus("resolved").build(), 0);
      harness.element(planned("a-2").setVersion(2).setStatus("expired").build(), 0);

      assertThat(harness.output())
          .extracting(Errand::id, Errand::isOver)
          .containsExactly(tuple("a-1", false), tuple("a-1", true), tuple("a-2", true));
      assertThat(harness.counter("repeated")).isEqualTo(1);
    }
  }

  @Test
  void aRepeatAfterARestoreSendsNothingAtAnyParallelism() {
    Snapshot snapshot;
    try (PipelineHarness<Action, Errand> harness =
        PipelineHarness.of(ACTION, PlannedOnce::attach)) {
      for (int number = 0; number < 20; number++) {
        harness.element(planned("a-" + number).build(), 0);
      }
      snapshot = harness.snapshot();
    }
    try (PipelineHarness<Action, Errand> harness =
        PipelineHarness.restored(ACTION, PlannedOnce::attach, snapshot, 3)) {
      for (int number = 0; number < 21; number++) {
        harness.element(planned("a-" + number).build(), 0);
      }
      assertThat(harness.output()).extracting(Errand::id).containsExactly("a-20");
      assertThat(harness.counter("repeated")).isEqualTo(20);
    }
  }

  @Test
  void anActionIsForgottenAfterAWeek() {
    try (PipelineHarness<Action, Errand> harness =
        PipelineHarness.of(ACTION, PlannedOnce::attach)) {
      harness.processingTime(0);
      harness.element(planned("a-1").build(), 0);
      harness.processingTime(Duration.ofDays(7).toMillis() - 1);
      harness.element(planned("a-1").build(), 0);
      assertThat(harness.output()).hasSize(1);
      harness.processingTime(Duration.ofDays(7).toMillis());
      harness.element(planned("a-1").build(), 0);
      assertThat(harness.output()).hasSize(2);
    }
  }
}
