package io.floorwalker.detect.abandonment;

import static io.floorwalker.testkit.Detections.abandoned;
import static io.floorwalker.testkit.Detections.detection;
import static io.floorwalker.testkit.ShopEvents.cart;
import static io.floorwalker.testkit.ShopEvents.event;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.ShopEvents.payment;
import static io.floorwalker.testkit.StruggleEvents.costShown;
import static io.floorwalker.testkit.StruggleEvents.couponApplied;
import static io.floorwalker.testkit.StruggleEvents.couponDenied;
import static io.floorwalker.testkit.StruggleEvents.fieldRefused;
import static io.floorwalker.testkit.StruggleEvents.paymentDeclined;
import static io.floorwalker.testkit.StruggleEvents.paymentSucceeded;
import static io.floorwalker.testkit.StruggleEvents.signedIn;
import static io.floorwalker.testkit.StruggleEvents.stepCompleted;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;

import io.floorwalker.config.Settings;
import io.floorwalker.contract.EventTypes;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Interaction;
import io.floorwalker.schema.ProductLine;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.Timeline;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each intent has shoes in the cart from 0m on, by the event {@code last} unless it is said. */
class WhyTest {

  @Nested
  class ExtraCost {

    @Test
    void wasShownAndNothingWasDoneAnyMore() {
      after(timeline().at("0m", added()).at("5m", costShown().id("cost")).watermark("2h"))
          .emits(
              abandoned()
                  .cause("extra_cost")
                  .evidence("cost", "last")
                  .id(Ids.detection("cart_abandoned", "", "last"))
                  .lastEvidence("0m")
                  .deadline("30m"));
    }

    @Test
    void wasShownLessThanTwentySecondsBeforeTheLastActivity() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .at("5m", costShown().id("cost"))
                  .at("5m19s999ms", added())
                  .watermark("2h"))
          .emits(abandoned().cause("extra_cost").evidence("cost", "last"));
    }

    @Test
    void wasNotTheReasonTwentySecondsLater() {
      after(
              timeline()
                  .at("0m", cart().added("shoes"))
                  .at("5m", costShown())
                  .at("5m20s", added())
                  .watermark("2h"))
          .emits(abandoned().cause("unknown").evidence("last"));
    }

    @Test
    void countsInTheLastMillisecondBeforeTheDeadlineAndNotAtIt() {
      after(timeline().at("0m", added()).at("29m59s999ms", costShown().id("cost")).watermark("2h"))
          .emits(abandoned().cause("extra_cost").evidence("cost", "last"));
      after(timeline().at("0m", added()).at("30m", costShown()).watermark("2h"))
          .emits(abandoned().cause("unknown").evidence("last"));
    }

    @Test
    void beforeTheIntentIsNobodysReason() {
      after(timeline().at("0m", costShown()).at("1s", added()).watermark("2h"))
          .emits(abandoned().cause("unknown").evidence("last"));
    }

    @Test
    void atTheMomentOfTheFirstActivityComesBehindIt() {
      after(timeline().at("0m", costShown().id("cost")).at("0m", added()).watermark("2h"))
          .emits(abandoned().cause("extra_cost").evidence("cost", "last"));
    }
  }

  @Nested
  class Declined {

    @Test
    void isToldWhereNoneSucceededAfterIt() {
      after(
              timeline()
                  .at("0m", payment().started())
                  .at("1m", paymentDeclined().id("d-1"))
                  .at("2m", paymentSucceeded())
                  .at("3m", paymentDeclined().id("d-2"))
                  .at("4m", added())
                  .watermark("2h"))
          .emits(detection("payment_abandoned").cause("declined").evidence("d-2", "last"));
    }

    @Test
    void isItsOwnLastActivity() {
      after(
              timeline()
                  .at("0m", payment().started())
                  .at("1m", paymentDeclined().id("d-1"))
                  .at("2m", paymentDeclined().id("d-2"))
                  .watermark("2h"))
          .emits(detection("payment_abandoned").cause("declined").evidence("d-1", "d-2"));
    }

    @Test
    void showsItsNewestThree() {
      after(
              timeline()
                  .at("0m", paymentDeclined().id("d-1"))
                  .at("1m", paymentDeclined().id("d-2"))
                  .at("2m", paymentDeclined().id("d-3"))
                  .at("3m", paymentDeclined().id("d-4"))
                  .at("4m", added())
                  .watermark("2h"))
          .emits(
              detection("payment_abandoned")
                  .cause("declined")
                  .evidence("d-2", "d-3", "d-4", "last"));
    }

    @Test
    void wasOvercomeByAPaymentThatSucceeded() {
      after(
              timeline()
                  .at("0m", paymentDeclined())
                  .at("1m", paymentSucceeded().id("last"))
                  .watermark("2h"))
          .emits(detection("payment_abandoned").cause("unknown").evidence("last"));
    }

    @Test
    void outranksWhatCameAfterIt() {
      after(
              timeline()
                  .at("0m", paymentDeclined().id("d-1"))
                  .at("1m", added())
                  .at("2m", costShown())
                  .at("3m", slow(9_000, 900))
                  .watermark("2h"))
          .emits(detection("payment_abandoned").cause("declined").evidence("d-1", "last"));
    }
  }

  @Test
  void anAccountWasRequiredAndNobodySignedIn() {
    after(
            timeline()
                .at("0m", added())
                .at("1m", event(EventTypes.ACCOUNT_REQUIRED_SHOWN).id("wall"))
                .watermark("2h"))
        .emits(abandoned().cause("account_required").evidence("wall", "last"));
  }

  @Test
  void whoSignedInBehindTheLastActivityLeftForAnotherReason() {
    after(
            timeline()
                .at("0m", cart().added("shoes"))
                .at("1m", event(EventTypes.ACCOUNT_REQUIRED_SHOWN))
                .at("2m", added())
                .at("3m", signedIn())
                .watermark("2h"))
        .emits(abandoned().cause("unknown").evidence("last"));
  }

  @Nested
  class OutOfStock {

    @Test
    void isToldOfAProductInTheCart() {
      after(timeline().at("0m", added()).at("1m", missing("shoes").id("gone")).watermark("2h"))
          .emits(abandoned().cause("out_of_stock").evidence("gone", "last"));
    }

    @Test
    void isToldWhereNoProductIsNamed() {
      after(
              timeline()
                  .at("0m", added())
                  .at("1m", event(EventTypes.OUT_OF_STOCK_SHOWN).id("gone"))
                  .watermark("2h"))
          .emits(abandoned().cause("out_of_stock").evidence("gone", "last"));
    }

    @Test
    void isNotToldOfAProductThatWasTakenOut() {
      after(
              timeline()
                  .at("0m", cart().added("hat"))
                  .at("1m", missing("hat"))
                  .at("2m", added())
                  .at("3m", cart().removed("hat").id("last"))
                  .watermark("2h"))
          .emits(abandoned().cause("unknown").evidence("last"));
    }
  }

  @Test
  void aCouponWasDeniedAndNoneAppliedAfterIt() {
    after(
            timeline()
                .at("0m", cart().added("shoes"))
                .at("1m", couponDenied().id("no"))
                .at("2m", added())
                .watermark("2h"))
        .emits(abandoned().cause("coupon_denied").evidence("no", "last"));
    after(
            timeline()
                .at("0m", added())
                .at("1m", couponDenied())
                .at("2m", couponApplied().id("last"))
                .watermark("2h"))
        .emits(abandoned().cause("unknown").evidence("last"));
  }

  @Nested
  class AValidationLoop {

    @Test
    void isOneFieldThriceInLessThanTwoMinutes() {
      after(
              timeline()
                  .at("0m", added())
                  .at("1m", fieldRefused("postcode").id("f-1"))
                  .at("2m", fieldRefused("postcode").id("f-2"))
                  .at("2m59s999ms", fieldRefused("postcode").id("f-3"))
                  .watermark("2h"))
          .emits(abandoned().cause("validation_loop").evidence("f-1", "f-2", "f-3", "last"));
    }

    @Test
    void isNoneInTwoMinutesOrOfTwoFields() {
      after(
              timeline()
                  .at("0m", added())
                  .at("1m", fieldRefused("postcode"))
                  .at("2m", fieldRefused("postcode"))
                  .at("2m30s", fieldRefused("phone"))
                  .at("3m", fieldRefused("postcode"))
                  .watermark("2h"))
          .emits(abandoned().cause("unknown").evidence("last"));
    }

    @Test
    void staysToldWhenTheFieldFailsAgainMuchLater() {
      after(
              timeline()
                  .at("0m", added())
                  .at("1m", fieldRefused("postcode").id("f-1"))
                  .at("1m10s", fieldRefused("postcode").id("f-2"))
                  .at("1m20s", fieldRefused("postcode").id("f-3"))
                  .at("20m", fieldRefused("postcode"))
                  .watermark("2h"))
          .emits(abandoned().cause("validation_loop").evidence("f-1", "f-2", "f-3", "last"));
    }

    @Test
    void isOverWithTheStep() {
      after(
              timeline()
                  .at("0m", stepViewed("address"))
                  .at("1m", fieldRefused("postcode"))
                  .at("1m10s", fieldRefused("postcode"))
                  .at("1m20s", fieldRefused("postcode"))
                  .at("2m", stepCompleted("address").id("last"))
                  .watermark("2h"))
          .emits(detection("checkout_abandoned").cause("unknown").evidence("last"));
    }
  }

  @ParameterizedTest
  @CsvSource({"4000, 500, unknown", "4001, 0, slow_page", "0, 501, slow_page"})
  void aSlowPageIsMeasured(int paint, int reaction, String cause) {
    after(timeline().at("0m", added()).at("1m", slow(paint, reaction)).watermark("2h"))
        .emits(abandoned().cause(cause));
  }

  @Test
  void whatTellsWhyNeitherOpensAnIntentNorRestartsItsClock() {
    after(
            timeline()
                .at("0m", costShown())
                .at("1m", fieldRefused("postcode"))
                .at("2m", event(EventTypes.ACCOUNT_REQUIRED_SHOWN))
                .at("3m", missing("shoes"))
                .at("4m", slow(9_000, 900))
                .at("5m", signedIn())
                .watermark("48h"))
        .emitsNothing()
        .leavesNoState()
        .leavesTimers(0);
  }

  @Test
  void eachIntentHasItsOwnReason() {
    after(
            timeline()
                .at("0m", added().id("a"))
                .at("29m", costShown().id("cost"))
                .at("30m", cart().added("socks").id("b"))
                .at("31m", slow(9_000, 0).id("slow"))
                .watermark("2h"))
        .emits(
            abandoned().cause("extra_cost").evidence("cost", "a").deadline("30m"),
            abandoned().cause("slow_page").evidence("slow", "b").deadline("60m"));
  }

  @Test
  void twoCustomersDoNotMeet() {
    after(
            timeline()
                .at("0m", added().id("a").by("ann"))
                .at("0m", added().id("b").by("bob"))
                .at("5m", costShown().id("cost").by("ann"))
                .watermark("2h"))
        .emits(
            abandoned().by("ann").cause("extra_cost").evidence("cost", "a"),
            abandoned().by("bob").cause("unknown").evidence("b"));
  }

  @Test
  void anOrderedCartLeavesNothingBehind() {
    after(
            timeline()
                .at("0m", added())
                .at("5m", costShown())
                .at("6m", order().placed())
                .watermark("48h"))
        .emitsNothing()
        .leavesNoState()
        .leavesTimers(0);
  }

  @Test
  void orderOfArrivalRepeatsAndRestoresChangeNothing() {
    after(
            timeline()
                .at("6m", slow(9_000, 0).id("slow"))
                .at("5m", costShown().id("cost"))
                .at("0m", added())
                .at("5m", costShown().id("cost"))
                .watermark("10m")
                .restore()
                .watermark("29m")
                .restoreAt(2)
                .watermark("30m"))
        .emits(abandoned().cause("extra_cost").evidence("cost", "last"))
        .counts("repeated", 1);
  }

  private static ShopEvent added() {
    return cart().added("shoes").id("last");
  }

  private static ShopEvent missing(String product) {
    return event(EventTypes.OUT_OF_STOCK_SHOWN)
        .with(event -> event.setProduct(ProductLine.newBuilder().setProductId(product).build()));
  }

  private static ShopEvent slow(int paintMs, int reactionMs) {
    return event(EventTypes.PAGE_VITALS)
        .with(
            event ->
                event.setInteraction(
                    Interaction.newBuilder().setLcpMs(paintMs).setInpMs(reactionMs).build()));
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }

  private static Outcome<Detection> after(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(
        events -> CartDetector.attach(events, Settings.builtIn(), "test-job").detections());
  }
}
