package io.floorwalker.detect.abandonment;

import static io.floorwalker.testkit.Detections.detection;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.checkout;
import static io.floorwalker.testkit.ShopEvents.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.DetectionCondition;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.Timeline;
import java.util.Objects;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes too late takes back what it would have prevented. */
class CorrectionTest {

  @Test
  void aLateOrderTakesBackWhatWasFound() {
    Outcome<Detection> outcome =
        through(
            timeline()
                .at("0m", cart().added("shoes", "79.00").id("e-1"))
                .watermark("35m")
                .at("10m", order().placed().id("late"))
                .watermark("36m"));

    outcome
        .emits(
            opened(1).deadline("30m"),
            retracted(2, "late_order")
                .deadline("30m")
                .evidence("late")
                .firstEvidence("10m")
                .lastEvidence("10m")
                .lines("shoes x1")
                .value("79.00"))
        .late(CartStep.LATE, 1)
        .counts("late", 1)
        .counts("retracted", 1);
    assertThat(outcome.output()).extracting(Detection::getDetectionId).containsOnly(id(outcome));
  }

  @Test
  void aLateOrderPreventsWhatIsNotDueYet() {
    through(
            timeline()
                .at("0m", cart().added("shoes"))
                .watermark("29m59s999ms")
                .at("10m", order().placed())
                .watermark("48h"))
        .emitsNothing()
        .leavesNoState();
  }

  @Test
  void anOrderAtTheDeadlineTakesNothingBack() {
    through(
            timeline()
                .at("0m", cart().added("shoes"))
                .watermark("35m")
                .at("30m", order().placed())
                .watermark("48h"))
        .emits(opened(1).deadline("30m"))
        .leavesNoState();
  }

  @Test
  void lateActivityMovesTheDeadline() {
    through(
            timeline()
                .at("0m", cart().added("shoes"))
                .watermark("35m")
                .at("10m", cart().added("socks"))
                .watermark("39m59s999ms"))
        .emits(opened(1).deadline("30m"), retracted(2, "late_activity").deadline("30m"));
    through(
            timeline()
                .at("0m", cart().added("shoes"))
                .watermark("35m")
                .at("10m", cart().added("socks"))
                .watermark("40m"))
        .emits(
            opened(1).deadline("30m"),
            retracted(2, "late_activity").deadline("30m"),
            opened(1).deadline("40m").firstEvidence("0m").lines("shoes x1", "socks x1"));
  }

  @Test
  void whoComesBackInTimeToWhatNoPatternHasHeardLeftNothing() {
    through(
            timeline()
                .at("0m", cart().added("shoes"))
                .watermark("35m")
                .at("10m", cart().added("socks"))
                .at("39m59s999ms", order().placed())
                .watermark("2h"))
        .emits(opened(1).deadline("30m"), retracted(2, "late_activity").deadline("30m"));
  }

  @Test
  void whatIsLeftAnewAndDueAlreadyIsSaidAtOnce() {
    through(
            timeline()
                .at("0m", cart().added("shoes"))
                .watermark("2h")
                .at("10m", cart().added("socks"))
                .watermark("2h1m"))
        .emits(
            opened(1).deadline("30m"),
            retracted(2, "late_activity").deadline("30m"),
            opened(1).deadline("40m").lines("shoes x1", "socks x1"));
  }

  @Test
  void aLateStepUpTheLadderChangesTheKind() {
    through(
            timeline()
                .at("5m", cart().added("shoes"))
                .watermark("2h")
                .at("0m", checkout().started())
                .watermark("2h1m"))
        .emits(
            opened(1).deadline("35m"),
            retracted(2, "late_activity").deadline("35m"),
            said("checkout_abandoned", Phase.OPENED, 1, null).deadline("35m").firstEvidence("0m"));
  }

  @Test
  void whatIsTrueAgainIsTheNextVersion() {
    Outcome<Detection> outcome =
        through(
            timeline()
                .at("5m", cart().added("shoes"))
                .watermark("2h")
                .at("0m", checkout().started())
                .restoreAt(2)
                .watermark("3h")
                .at("2m", order().placed())
                .watermark("240h"));

    outcome.emits(
        opened(1).deadline("35m"),
        retracted(2, "late_activity").deadline("35m"),
        said("checkout_abandoned", Phase.OPENED, 1, null).deadline("35m"),
        said("checkout_abandoned", Phase.RETRACTED, 2, "late_order").deadline("35m"),
        opened(3).deadline("35m").firstEvidence("5m"));
    outcome.leavesNoState();
  }

  @Test
  void whatIsNotDueYetIsSaidAsItIsKnownThen() {
    through(
            timeline()
                .at("5m", cart().added("socks"))
                .watermark("20m")
                .at("0m", cart().added("shoes"))
                .watermark("240h"))
        .emits(opened(1).deadline("35m").firstEvidence("0m").lines("shoes x1", "socks x1"))
        .leavesNoState();
  }

  @Test
  void aLateLineChangesNothingOfWhatWasSaid() {
    through(
            timeline()
                .at("5m", cart().added("socks"))
                .watermark("1h")
                .at("0m", cart().added("shoes"))
                .watermark("2h"))
        .emits(opened(1).deadline("35m").lines("socks x1"));
  }

  @Test
  void theCartGoesOnAsIfNothingHadBeenLate() {
    through(
            timeline()
                .at("0m", cart().added("shoes"))
                .watermark("35m")
                .at("10m", order().placed())
                .at("40m", cart().added("socks"))
                .watermark("2h"))
        .emits(
            opened(1).deadline("30m"),
            retracted(2, "late_order").deadline("30m"),
            opened(1).deadline("1h10m").firstEvidence("40m").lines("socks x1"));
  }

  @Test
  void aLateRepeatChangesNothing() {
    through(
            timeline()
                .at("0m", cart().added("shoes").id("same"))
                .watermark("20m")
                .at("0m", cart().added("shoes").id("same"))
                .at("10m", order().placed().id("late"))
                .at("10m", order().placed().id("late"))
                .watermark("2h"))
        .emitsNothing()
        .late(CartStep.LATE, 1)
        .counts("repeated", 2);
  }

  @Test
  void theHorizonIsHalfOpen() {
    through(
            timeline()
                .at("0m", cart().added("shoes"))
                .watermark("24h9m59s999ms")
                .at("10m", order().placed())
                .watermark("240h"))
        .emits(opened(1), retracted(2, "late_order"))
        .leavesState(0);
    through(
            timeline()
                .at("0m", cart().added("shoes"))
                .watermark("24h10m")
                .at("10m", order().placed())
                .watermark("240h"))
        .emits(opened(1))
        .late(CartStep.LATE, 1);
  }

  @Test
  void anotherCustomersOrderTakesNothingBack() {
    through(
            timeline()
                .at("0m", cart().added("shoes").by("ann"))
                .watermark("35m")
                .at("10m", order().placed().by("bob"))
                .watermark("2h"))
        .emits(opened(1).by("ann"));
  }

  private static DetectionCondition opened(int version) {
    return said("cart_abandoned", Phase.OPENED, version, null);
  }

  private static DetectionCondition retracted(int version, String reason) {
    return said("cart_abandoned", Phase.RETRACTED, version, reason);
  }

  private static DetectionCondition said(
      String kind, Phase phase, int version, @Nullable String reason) {
    return detection(kind)
        .and(
            "%s, version %d, reason %s".formatted(phase, version, reason),
            one ->
                one.getPhase() == phase
                    && one.getVersion() == version
                    && Objects.equals(one.getReason(), reason));
  }

  private static String id(Outcome<Detection> outcome) {
    return outcome.output().get(0).getDetectionId();
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }

  private static Outcome<Detection> through(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(CorrectionTest::detect);
  }

  private static DataStream<Detection> detect(DataStream<Received> events) {
    return CartDetector.attach(events, Settings.builtIn(), "test-job").detections();
  }
}
