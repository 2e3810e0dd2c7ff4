package io.floorwalker.testkit;

import static io.floorwalker.testkit.Detections.abandoned;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.Timeline.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import org.apache.flink.api.common.typeinfo.Types;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

/**
 * A check that cannot fail is worth nothing: each is seen to fail here, with a message to work
 * from.
 */
class OutcomeTest {

  @Test
  void aMissingDetectionIsNamedBesideWhatCame() {
    assertThatThrownBy(() -> oneCart().emits(abandoned().by("c-1").deadline("31m")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected 1, found 1 in output.")
        .hasMessageContaining(
            "missing:" + System.lineSeparator() + "  - cart_abandoned, of c-1, deadline 31m")
        .hasMessageContaining(
            "- cart_abandoned of c-1, detected 30m, deadline 30m, evidence [e-1] from 0m to 0m");
  }

  @Test
  void tooManyAndTooFewFail() {
    assertThatThrownBy(() -> oneCart().emitsNothing()).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> oneCart().emits(abandoned(), abandoned()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aWideConditionLeavesANarrowOneItsRecord() {
    timeline()
        .at("0m", cart().added("shoes", "79.00").by("c-1"))
        .at("0m", cart().added("shoes", "79.00").by("c-2"))
        .end()
        .through(LeftBehind::attach)
        .emits(abandoned(), abandoned().by("c-1"))
        .emits(abandoned(), abandoned().by("c-2"));
  }

  @Test
  void stateTimersCountersAndLateEventsAreReallyLookedAt() {
    Outcome<Detection> outcome =
        timeline()
            .at("0m", cart().added("shoes", "79.00"))
            .at("1m", event(EventTypes.CUSTOM))
            .watermark("1m")
            .at("0m", cart().added("socks", "9.00"))
            .through(LeftBehind::attach);
    outcome.counts("ignored", 1).late(LeftBehind.LATE, 1);
    outcome.emitsTo(
        LeftBehind.LATE, new Condition<CustomerEvent>(e -> e.getEventId().equals("e-3"), "e-3"));
    assertThatThrownBy(outcome::leavesNoState)
        .hasMessageContaining("entries of keyed state at the end");
    assertThatThrownBy(() -> outcome.leavesTimers(0)).hasMessageContaining("timers at the end");
    assertThatThrownBy(() -> outcome.counts("ignored", 2))
        .hasMessageContaining("counter 'ignored'");
    assertThatThrownBy(() -> outcome.late(LeftBehind.LATE, 0))
        .hasMessageContaining("side output 'late'");
  }

  @Test
  void everyFieldOfADetectionCanBeAsked() {
    Detection found = oneCart().output().get(0);
    assertThat(found)
        .is(
            abandoned()
                .in("s-1")
                .id("d-e-1")
                .lines(1)
                .lines("shoes x1")
                .value("79")
                .currency("EUR"))
        .is(
            abandoned()
                .firstEvidence("0m")
                .lastEvidence("0m")
                .evidence("e-1")
                .stage("cart")
                .cause("unknown"))
        .isNot(abandoned().withoutValue())
        .isNot(abandoned().value("79.01"))
        .isNot(Detections.detection("browse_abandoned"));
  }

  @Test
  void recordsOfYourOwnRunToo() {
    Timeline.of(Types.STRING)
        .at("0m", "a")
        .at("1m", "b")
        .at("2m", "a")
        .processingTime("0m")
        .through(words -> Running.counts(words, "count-v1"))
        .emitsValues("a:1", "a:2", "b:1", "a forgotten", "b forgotten");
  }

  private static Outcome<Detection> oneCart() {
    return timeline().at("0m", cart().added("shoes", "79.00")).end().through(LeftBehind::attach);
  }
}
