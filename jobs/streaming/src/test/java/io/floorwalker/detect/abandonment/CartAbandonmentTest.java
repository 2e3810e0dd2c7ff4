package io.floorwalker.detect.abandonment;

import static io.floorwalker.testkit.Detections.abandoned;
import static io.floorwalker.testkit.Detections.detection;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.checkout;
import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.ShopEvents.line;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.ShopEvents.page;
import static io.floorwalker.testkit.ShopEvents.payment;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.Timeline;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CartAbandonmentTest {

  @Test
  void aCartNobodyComesBackToIsFoundAtItsDeadline() {
    after(timeline().at("0m", cart().added("shoes", "79.00").id("e-1")).watermark("30m"))
        .emits(
            abandoned()
                .id(Ids.detection("cart_abandoned", "", "e-1"))
                .deadline("30m")
                .firstEvidence("0m")
                .lastEvidence("0m")
                .evidence("e-1")
                .lines("shoes x1")
                .value("79.00")
                .currency("EUR")
                .stage("cart")
                .cause("unknown"));
  }

  @Test
  void nothingIsSaidBeforeTheDeadlineHasPassed() {
    after(timeline().at("0m", cart().added("shoes")).watermark("29m59s999ms")).emitsNothing();
  }

  @Test
  void threeAddsAreOneDetection() {
    after(
            timeline()
                .at("0m", cart().added("shoes", "79.00"))
                .at("10m", cart().added("socks", "9.00"))
                .at("20m", cart().added("socks", "9.00").id("last"))
                .watermark("2h"))
        .emits(
            abandoned()
                .deadline("50m")
                .firstEvidence("0m")
                .lastEvidence("20m")
                .evidence("last")
                .lines("shoes x1", "socks x2")
                .value("97.00"));
  }

  @Test
  void anOrderInTheLastMillisecondIsInTime() {
    after(
            timeline()
                .at("0m", cart().added("shoes"))
                .at("29m59s999ms", order().placed())
                .watermark("48h"))
        .emitsNothing()
        .leavesNoState();
  }

  @Test
  void anOrderAtTheDeadlineIsTooLate() {
    after(timeline().at("0m", cart().added("shoes")).at("30m", order().placed()).watermark("2h"))
        .emits(abandoned().deadline("30m"));
  }

  @Test
  void aReturnInTheLastMillisecondRestartsTheClock() {
    after(
            timeline()
                .at("0m", cart().added("shoes"))
                .at("29m59s999ms", cart().added("socks"))
                .watermark("2h"))
        .emits(abandoned().firstEvidence("0m").deadline("59m59s999ms"));
  }

  @Test
  void aReturnAtTheDeadlineOpensANewIntent() {
    after(
            timeline()
                .at("0m", cart().added("shoes"))
                .at("30m", cart().added("socks"))
                .watermark("2h"))
        .emits(
            abandoned().deadline("30m").lines("shoes x1"),
            abandoned().firstEvidence("30m").deadline("60m").lines("shoes x1", "socks x1"));
  }

  @Test
  void viewsDoNotRestartTheClock() {
    after(
            timeline()
                .at("0m", cart().added("shoes"))
                .at("20m", page().viewed())
                .at("25m", page().viewed("socks"))
                .watermark("2h"))
        .emits(abandoned().deadline("30m"));
  }

  @Test
  void arrivalOutOfOrderWithinTheBoundChangesNothing() {
    after(
            timeline()
                .at("12m", cart().added("socks", "9.00"))
                .at("0m", cart().added("shoes", "79.00"))
                .watermark("2h"))
        .emits(abandoned().deadline("42m").lines("shoes x1", "socks x1"));
  }

  @Test
  void anAddBeforeTheOrderOfTheSameMillisecondIsBought() {
    after(
            timeline()
                .at("0m", order().placed().id("a"))
                .at("0m", cart().added("shoes").id("b"))
                .watermark("48h"))
        .emitsNothing()
        .leavesNoState();
  }

  @Test
  void aLateEventIsRecordedAndChangesNothingWhereNothingIsCorrected() {
    Settings uncorrected = Settings.builtIn().with(Map.of("correction.horizon", "0"));
    Outcome<Detection> outcome =
        timeline()
            .at("0m", cart().added("shoes"))
            .watermark("20m")
            .at("10m", order().placed().id("late"))
            .watermark("2h")
            .through(events -> detect(events, uncorrected));

    outcome.emits(abandoned().deadline("30m")).late(CartStep.LATE, 1).counts("late", 1);
    LateEvent late = outcome.sideOutput(CartStep.LATE).get(0);
    assertThat(late.getEvent().getEventId()).isEqualTo("late");
    assertThat(late.getBehindMs()).isEqualTo(600_000);
    assertThat(late.getJob()).isEqualTo("test-job");
  }

  @Test
  void aRepeatCountsOnce() {
    after(
            timeline()
                .at("0m", cart().added("shoes", "79.00").id("same"))
                .at("0m", cart().added("shoes", "79.00").id("same"))
                .watermark("2h"))
        .emits(abandoned().lines("shoes x1").value("79.00"))
        .counts("repeated", 1);
  }

  @Test
  void twoCustomersDoNotMeet() {
    after(
            timeline()
                .at("0m", cart().added("shoes").by("ann"))
                .at("1m", cart().added("socks").by("bob"))
                .at("2m", order().placed().by("ann"))
                .watermark("2h"))
        .emits(abandoned().by("bob").deadline("31m").lines("socks x1"));
  }

  @Test
  void aRestoreInTheMiddleChangesNothing() {
    after(
            timeline()
                .at("0m", cart().added("shoes", "79.00"))
                .watermark("5m")
                .restore()
                .at("10m", cart().added("socks", "9.00"))
                .restore()
                .watermark("39m59s999ms")
                .restore()
                .watermark("40m"))
        .emits(abandoned().deadline("40m").lines("shoes x1", "socks x1").value("88.00"));
  }

  @Test
  void aRestoreAtAnotherParallelismChangesNothing() {
    after(
            timeline()
                .at("0m", cart().added("shoes").by("ann"))
                .at("0m", cart().added("socks").by("bob"))
                .watermark("5m")
                .restoreAt(2)
                .at("10m", order().placed().by("bob"))
                .watermark("20m")
                .restoreAt(1)
                .watermark("30m"))
        .emits(abandoned().by("ann").deadline("30m"));
  }

  @Test
  void theFinalWatermarkFiresWithTheTimeOfTheEvidence() {
    after(timeline().at("0m", cart().added("shoes")).end()).emits(abandoned().deadline("30m"));
  }

  @Test
  void theCartIsForgottenSevenDaysAfterItsLastActivity() {
    after(timeline().at("0m", cart().added("shoes")).watermark("168h"))
        .emits(abandoned().deadline("30m"))
        .leavesNoState()
        .leavesTimers(0);
  }

  @Nested
  class TheCart {

    @Test
    void thatWasEmptiedIsNobodysLoss() {
      after(timeline().at("0m", cart().added("shoes")).at("5m", cart().emptied()).watermark("48h"))
          .emitsNothing()
          .leavesNoState();
    }

    @Test
    void whoseLastLineWasRemovedIsEmpty() {
      after(
              timeline()
                  .at("0m", cart().added("shoes").quantity(2))
                  .at("5m", cart().removed("shoes"))
                  .watermark("48h"))
          .emitsNothing()
          .leavesNoState();
    }

    @Test
    void thatLosesOneOfTwoPiecesIsStillOpen() {
      after(
              timeline()
                  .at("0m", cart().added("shoes", "79.00").quantity(2))
                  .at("5m", cart().removed("shoes").quantity(1))
                  .watermark("2h"))
          .emits(abandoned().deadline("35m").lines("shoes x1").value("79.00"));
    }

    @Test
    void isReplacedByAnUpdate() {
      after(
              timeline()
                  .at("0m", cart().added("shoes", "79.00"))
                  .at("5m", cart().updated(line("hat", "20.00", 3)))
                  .watermark("2h"))
          .emits(abandoned().deadline("35m").lines("hat x3").value("60.00"));
    }

    @Test
    void hasNoValueWhereAPriceIsUnknown() {
      after(
              timeline()
                  .at("0m", cart().added("shoes", "79.00"))
                  .at("1m", cart().added("socks"))
                  .watermark("2h"))
          .emits(abandoned().lines("shoes x1", "socks x1").withoutValue());
    }

    @Test
    void ofAProductWithoutIdHasNoLineButIsAbandoned() {
      after(timeline().at("0m", event(EventTypes.PRODUCT_ADDED)).watermark("2h"))
          .emits(abandoned().lines(0).withoutValue());
    }

    @Test
    void startsEmptyAfterAnOrder() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .at("5m", order().placed())
                  .at("10m", cart().added("socks"))
                  .watermark("2h"))
          .emits(abandoned().firstEvidence("10m").lines("socks x1"));
    }

    @Test
    void keepsItsLinesAfterItsDetection() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .watermark("1h")
                  .at("3h", cart().added("socks"))
                  .watermark("4h"))
          .emits(
              abandoned().lines("shoes x1"),
              abandoned().firstEvidence("3h").lines("shoes x1", "socks x1"));
    }

    @Test
    void startsEmptySevenDaysAfterItsLastActivity() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .at("168h", cart().added("socks"))
                  .watermark("169h"))
          .emits(abandoned().lines("shoes x1"), abandoned().lines("socks x1"));
    }
  }

  @Nested
  class AnIntentBeyondTheCart {

    @Test
    void isTheCheckouts() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .at("5m", checkout().started().id("e-2"))
                  .watermark("2h"))
          .emits(
              detection("checkout_abandoned")
                  .id(Ids.detection("checkout_abandoned", "", "e-2"))
                  .deadline("35m")
                  .firstEvidence("0m")
                  .lines("shoes x1")
                  .stage("checkout"));
    }

    @Test
    void staysThereWhenTheCartIsTouchedAgain() {
      after(
              timeline()
                  .at("0m", checkout().started())
                  .at("5m", cart().added("shoes"))
                  .watermark("2h"))
          .emits(detection("checkout_abandoned").deadline("35m").lines("shoes x1"));
    }

    @Test
    void endsWithItsDeadlineSoThatTheNextStartsAtTheCart() {
      after(
              timeline()
                  .at("0m", checkout().started())
                  .at("30m", cart().added("shoes"))
                  .watermark("2h"))
          .emits(
              detection("checkout_abandoned").deadline("30m"),
              abandoned().firstEvidence("30m").deadline("60m").stage("cart"));
    }

    @Test
    void isThePaymentsAfterAQuarterOfAnHour() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .at("5m", payment().started())
                  .watermark("2h"))
          .emits(detection("payment_abandoned").deadline("20m").firstEvidence("0m"));
    }

    @Test
    void isFoundOnceByItsHighestStage() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .at("10m", checkout().started())
                  .at("20m", payment().started().id("last"))
                  .at("25m", cart().added("socks").id("later"))
                  .watermark("24h"))
          .emits(
              detection("payment_abandoned")
                  .id(Ids.detection("payment_abandoned", "", "later"))
                  .firstEvidence("0m")
                  .deadline("40m"));
    }

    @Test
    void endsWithTheLastLineWhateverItsStage() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .at("5m", payment().started())
                  .at("6m", cart().removed("shoes"))
                  .watermark("48h"))
          .emitsNothing()
          .leavesNoState();
    }

    @Test
    void endsWithAnUpdateThatLeavesNothing() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .at("5m", checkout().started())
                  .at("6m", cart().updated())
                  .at("7m", cart().added("socks").id("new"))
                  .watermark("24h"))
          .emits(abandoned().firstEvidence("7m").evidence("new").lines("socks x1"));
    }

    @Test
    void waitsWithThePaymentUntilAMillisecondBefore() {
      after(
              timeline()
                  .at("0m", payment().started())
                  .at("14m59s999ms", cart().added("shoes"))
                  .watermark("25m"))
          .emitsNothing();
    }

    @Test
    void isNotAbandonedWhileThePaymentIsOnItsWay() {
      after(
              timeline()
                  .at("0m", payment().started())
                  .at("1m", event(EventTypes.PAYMENT_PENDING))
                  .watermark("20h"))
          .emitsNothing();
    }

    @Test
    void runsAgainWhenThePaymentOnItsWayIsDeclined() {
      after(
              timeline()
                  .at("0m", payment().started())
                  .at("1m", event(EventTypes.PAYMENT_PENDING))
                  .at("3h", payment().declined("insufficient_funds"))
                  .watermark("20h"))
          .emits(detection("payment_abandoned").firstEvidence("0m").deadline("3h15m"));
    }

    @Test
    void isOverWithTheOrder() {
      after(
              timeline()
                  .at("0m", payment().started())
                  .at("14m59s999ms", order().placed())
                  .watermark("48h"))
          .emitsNothing()
          .leavesNoState();
    }
  }

  @Test
  void theKeyMayBeTheSession() {
    Settings bySession = Settings.builtIn().with(Map.of("abandonment.key", "session"));
    timeline()
        .at("0m", cart().added("shoes").by("ann").in("s-1"))
        .at("5m", order().placed().by("ann").in("s-2"))
        .watermark("2h")
        .through(events -> detect(events, bySession))
        .emits(abandoned().by("s-1").deadline("30m"));
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }

  private static Outcome<Detection> after(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(events -> detect(events, Settings.builtIn()));
  }

  private static DataStream<Detection> detect(DataStream<Received> events, Settings settings) {
    return CartDetector.attach(events, settings, "test-job").detections();
  }
}
