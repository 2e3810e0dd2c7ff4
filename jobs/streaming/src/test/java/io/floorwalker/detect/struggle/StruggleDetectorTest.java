package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.Detections.detection;
import static io.floorwalker.testkit.ShopEvents.checkout;
import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.ShopEvents.payment;
import static io.floorwalker.testkit.StruggleEvents.chatOpened;
import static io.floorwalker.testkit.StruggleEvents.clicked;
import static io.floorwalker.testkit.StruggleEvents.clickedAndWaits;
import static io.floorwalker.testkit.StruggleEvents.clickedInVain;
import static io.floorwalker.testkit.StruggleEvents.costShown;
import static io.floorwalker.testkit.StruggleEvents.couponDenied;
import static io.floorwalker.testkit.StruggleEvents.declinedForGood;
import static io.floorwalker.testkit.StruggleEvents.fieldRefused;
import static io.floorwalker.testkit.StruggleEvents.pageReacted;
import static io.floorwalker.testkit.StruggleEvents.paymentDeclined;
import static io.floorwalker.testkit.StruggleEvents.scriptFailed;
import static io.floorwalker.testkit.StruggleEvents.stepLeft;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.InvalidSettings;
import io.floorwalker.config.Settings;
import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Context;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Signal;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.DetectionCondition;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.Outcome;
import io.floorwalker.testkit.ShopEvent;
import io.floorwalker.testkit.SignalCondition;
import io.floorwalker.testkit.Timeline;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** From events to detections: what is written down, and the worked examples of the rule. */
class StruggleDetectorTest {

  @Test
  void twoDeclinesThreeMinutesApartAreAStruggle() {
    Outcome<Detection> outcome =
        after(
            timeline()
                .at("0m", stepViewed("payment"))
                .at("1m", paymentDeclined().id("first"))
                .at("4m", paymentDeclined().id("second").with(StruggleDetectorTest::onAPhone))
                .watermark("4m"));
    outcome.emits(
        struggle(4.0)
            .id(Ids.detection("checkout_struggle", "payment", "second"))
            .by("s-c-1")
            .in("s-c-1")
            .stage("payment")
            .cause("payment_declined")
            .evidence("first", "second")
            .firstEvidence("1m")
            .lastEvidence("4m"));
    Detection found = outcome.output().get(0);
    assertThat(found.getStep()).isEqualTo("payment");
    assertThat(found.getDetectedAt()).isEqualTo(Moment.at("4m"));
    assertThat(found.getEvidenceReceivedAt()).isEqualTo(Moment.at("4m"));
    assertThat(found.getDeadlineAt()).isNull();
    assertThat(found.getReason()).isNull();
    assertThat(found.getCustomerKey()).isEqualTo("c-1");
    assertThat(found.getSite()).isEqualTo("shop");
    assertThat(found.getRelease()).isEqualTo("r-7");
    assertThat(found.getDeviceClass()).isEqualTo("phone");
    assertThat(found.getSignalIds()).containsExactly(Ids.signal("payment_declined", "second"));
    assertThat(found.getJob()).isEqualTo("test-job");
    outcome.counts("checkout_struggle", 1);
  }

  @Test
  void oneRageClickIsNot() {
    inTheEnd(rage("#pay")).emitsNothing();
  }

  @Test
  void rageOnADeadElementIsNot() {
    inTheEnd(
            timeline()
                .at("0ms", clickedInVain("#pay"))
                .at("500ms", clickedInVain("#pay"))
                .at("1000ms", clickedInVain("#pay"))
                .at("3500ms", clickedInVain("#pay")))
        .emitsNothing()
        .counts("dead_click", 4)
        .counts("rage_click", 1);
  }

  @Test
  void rageOnAnElementThatIsSilentIsNot() {
    Timeline<ShopEvent, Received> timeline = timeline().at("0ms", pageReacted());
    for (String at : List.of("10s", "10500ms", "11s")) {
      timeline.at(at, clickedAndWaits("#pay"));
    }
    // 2.971 at the third of the dead clicks, of which only the newest counts.
    inTheEnd(timeline).emitsNothing().counts("dead_click", 3).counts("rage_click", 1);
  }

  @Nested
  class ASilence {

    @Test
    void decidesAtItsEndForTheEventThatWaited() {
      Outcome<Detection> outcome = after(deniedAndGivenUp().watermark("1m"));
      outcome.emits(
          struggle(4.781)
              .id(Ids.detection("checkout_struggle", null, "declined"))
              .stage("payment")
              .cause("payment_gave_up")
              .evidence("e-2", "e-3", "declined")
              .firstEvidence("0m")
              .lastEvidence("40s"));
      Detection found = outcome.output().get(0);
      assertThat(found.getDetectedAt()).isEqualTo(Moment.at("1m"));
      assertThat(found.getDeadlineAt()).isNull();
      assertThat(found.getEvidenceReceivedAt()).isEqualTo(Moment.at("0m"));
      assertThat(found.getDeviceClass()).isEqualTo("phone");
    }

    @Test
    void countsBeforeWhatComesAtItsEnd() {
      inTheEnd(
              timeline()
                  .at("0m", stepViewed("address").id("viewed"))
                  .at("90s", fieldRefused("zip"))
                  .at("100s", fieldRefused("zip"))
                  .at("110s", fieldRefused("zip")))
          .emits(struggle(3.89).evidence("viewed", "e-2", "e-3", "e-4"));
    }

    @Test
    void opensNothingBehindAnOrder() {
      inTheEnd(deniedAndGivenUp().at("59999ms", order().placed())).emitsNothing();
    }

    @Test
    void opensItWhereTheOrderIsPlacedAtItsEnd() {
      inTheEnd(deniedAndGivenUp().at("1m", order().placed())).emits(struggle(4.781));
    }

    @Test
    void opensNothingWhereAChatIsOpen() {
      inTheEnd(deniedAndGivenUp().at("59999ms", chatOpened())).emitsNothing();
    }

    @Test
    void opensItWhereTheChatIsOpenedAtItsEnd() {
      inTheEnd(deniedAndGivenUp().at("1m", chatOpened())).emits(struggle(4.781));
    }

    @Test
    void isNoneOnASuppressedElement() throws InvalidSettings {
      Settings settings =
          Settings.read(List.of(), Map.of(), List.of("struggle.suppress=zoom, map"));
      timeline()
          .at("0ms", clicked("#Map-3"))
          .at("500ms", clicked("#Map-3"))
          .at("1000ms", clicked("#Map-3"))
          .watermark("12h")
          .through(events -> StruggleDetector.attach(events, settings, "test-job").signals())
          .emitsNothing();
    }

    @Test
    void lastsAsLongAsIsSet() throws InvalidSettings {
      Settings settings = Settings.read(List.of(), Map.of(), List.of("struggle.stall.after=5s"));
      timeline()
          .at("0s", stepViewed("address"))
          .at("5s", stepViewed("payment"))
          .at("9999ms", clicked("#pay"))
          .watermark("12h")
          .through(events -> StruggleDetector.attach(events, settings, "test-job").signals())
          .emits(SignalCondition.signal("step_stall").at("5s").step("address"));
    }

    private Timeline<ShopEvent, Received> deniedAndGivenUp() {
      return timeline()
          .at("0m", declinedForGood().id("declined").with(StruggleDetectorTest::onAPhone))
          .at("30s", couponDenied().id("e-2"))
          .at("40s", couponDenied().id("e-3"));
    }
  }

  @Test
  void rageOnAnElementThatThrowsIs() {
    inTheEnd(rage("#pay").at("2s", scriptFailed().id("error")))
        .emits(
            struggle(3.988)
                .cause("error_click")
                .evidence("e-1", "e-2", "e-3", "error")
                .and("field #pay", found -> "#pay".equals(found.getField())));
  }

  @Test
  void aCostShockAndACouponTwentySecondsLaterAre() {
    inTheEnd(
            timeline()
                .at("0s", costShown())
                .at("10s", stepLeft("shipping"))
                .at("20s", couponDenied())
                .at("30s", couponDenied()))
        .emits(struggle(3.781).cause("coupon_denied").stage("checkout").firstEvidence("0s"));
  }

  @Test
  void aFieldLoopAndASecondCouponEightySecondsLaterAre() {
    inTheEnd(
            timeline()
                .at("0s", fieldRefused("zip"))
                .at("5s", fieldRefused("zip"))
                .at("10s", fieldRefused("zip"))
                .at("20s", couponDenied())
                .at("90s", couponDenied()))
        .emits(struggle(3.889).cause("coupon_denied").stage("cart"));
  }

  @Test
  void signsOfOneMomentAreScoredInTheOrderOfTheirEvents() {
    inTheEnd(
            timeline()
                .at("0s", paymentDeclined())
                .at("0s", couponDenied())
                .at("10s", paymentDeclined().id("a"))
                .at("10s", couponDenied().id("b")))
        .emits(struggle(4.0).cause("payment_declined"));
  }

  @Test
  void aRestoreBetweenTheSignsChangesNothing() {
    inTheEnd(
            timeline()
                .at("0s", costShown())
                .at("10s", stepLeft("shipping"))
                .watermark("15s")
                .restoreAt(3)
                .at("20s", couponDenied())
                .restoreAt(2)
                .at("30s", couponDenied()))
        .emits(struggle(3.781))
        .leavesNoState();
  }

  @Nested
  class TheOrder {

    @Test
    void closesTheSessionButSignsAreStillWrittenDown() {
      Outcome<Detection> outcome =
          inTheEnd(
              timeline()
                  .at("0m", paymentDeclined())
                  .at("1m", order().placed())
                  .at("2m", paymentDeclined()));
      outcome.emitsNothing();
      assertThat(outcome.sideOutput(StruggleScore.SIGNALS))
          .extracting(Signal::getKind)
          .containsExactly("payment_declined");
    }

    @Test
    void ofTheSameMillisecondComesLast() {
      inTheEnd(
              timeline()
                  .at("0m", paymentDeclined())
                  .at("1m", order().placed().id("a"))
                  .at("1m", paymentDeclined().id("b")))
          .emits(struggle(4.0));
    }

    @Test
    void ofAMillisecondBeforeCloses() {
      inTheEnd(
              timeline()
                  .at("0m", paymentDeclined())
                  .at("59s999ms", order().placed())
                  .at("1m", paymentDeclined()))
          .emitsNothing();
    }

    @Test
    void ofAnotherSessionDoesNot() {
      inTheEnd(
              timeline()
                  .at("0m", paymentDeclined())
                  .at("30s", order().placed().in("another"))
                  .at("1m", paymentDeclined()))
          .emits(struggle(4.0));
    }

    @Test
    void closesForAsLongAsTheSessionGoesOn() {
      inTheEnd(
              timeline()
                  .at("0m", order().placed())
                  .at("1h59m", checkout().started())
                  .at("3h58m", paymentDeclined())
                  .at("3h59m", paymentDeclined()))
          .emitsNothing();
    }

    @Test
    void isForgottenAfterTwoHoursOfSilence() {
      inTheEnd(
              timeline()
                  .at("0m", order().placed())
                  .at("2h", paymentDeclined())
                  .at("2h1m", paymentDeclined()))
          .emits(struggle(4.0));
    }
  }

  @Nested
  class AChat {

    @Test
    void quietsWhatStandsBehindIt() {
      inTheEnd(
              timeline()
                  .at("0m", paymentDeclined().seq(1))
                  .at("1m", chatOpened().seq(2))
                  .at("1m", paymentDeclined().seq(3)))
          .emitsNothing();
      inTheEnd(
              timeline()
                  .at("0m", paymentDeclined().seq(1))
                  .at("1m", paymentDeclined().seq(2))
                  .at("1m", chatOpened().seq(3)))
          .emits(struggle(4.0));
    }

    @Test
    void quietsItForTenMinutes() {
      inTheEnd(
              timeline()
                  .at("0m", chatOpened())
                  .at("9m", paymentDeclined())
                  .at("9m59s999ms", paymentDeclined()))
          .emitsNothing();
    }

    @Test
    void andNoLonger() {
      inTheEnd(
              timeline()
                  .at("0m", chatOpened())
                  .at("9m", paymentDeclined())
                  .at("10m", paymentDeclined()))
          .emits(struggle(4.0));
    }
  }

  @Nested
  class NobodysStruggle {

    @Test
    void isWhatABotDoes() {
      inTheEnd(
              timeline()
                  .at("0m", paymentDeclined().with(event -> event.setIsBot(true)))
                  .at("1m", paymentDeclined().with(event -> event.setIsBot(true))))
          .emitsNothing();
    }

    @Test
    void isWhatHappensOutsideOfSessions() {
      inTheEnd(
              timeline()
                  .at("0m", paymentDeclined().with(event -> event.setSessionId(null)))
                  .at("1m", paymentDeclined().with(event -> event.setSessionId(null))))
          .emitsNothing();
    }
  }

  @Test
  void theStepIsForgottenAfterTwoHoursOfSilence() {
    Outcome<Detection> outcome =
        inTheEnd(
            timeline()
                .at("0m", stepViewed("payment"))
                .at("2h", payment().started())
                .at("2h1m", paymentDeclined())
                .at("2h2m", paymentDeclined()));
    assertThat(outcome.output()).extracting(Detection::getStep).containsOnlyNulls();
  }

  @Test
  void theStepIsKnownUntilThen() {
    Outcome<Detection> outcome =
        inTheEnd(
            timeline()
                .at("0m", stepViewed("payment"))
                .at("1h59m59s999ms", paymentDeclined())
                .at("2h", paymentDeclined()));
    assertThat(outcome.output()).extracting(Detection::getStep).containsExactly("payment");
  }

  private static Timeline<ShopEvent, Received> rage(String selector) {
    return timeline()
        .at("0ms", clicked(selector))
        .at("500ms", clicked(selector))
        .at("1000ms", clicked(selector));
  }

  private static void onAPhone(CustomerEvent.Builder event) {
    event.setContext(Context.newBuilder().setRelease("r-7").setDeviceClass("phone").build());
  }

  private static DetectionCondition struggle(double score) {
    return detection("checkout_struggle")
        .and("score " + score, found -> Double.valueOf(score).equals(found.getScore()));
  }

  private static Timeline<ShopEvent, Received> timeline() {
    return Timeline.timeline(Received.TYPE, event -> new Received(event, 0, 0, 0));
  }

  private static Outcome<Detection> inTheEnd(Timeline<ShopEvent, Received> timeline) {
    return after(timeline.watermark("12h")).leavesNoState();
  }

  private static Outcome<Detection> after(Timeline<ShopEvent, Received> timeline) {
    return timeline.through(
        events -> StruggleDetector.attach(events, Settings.builtIn(), "test-job").detections());
  }
}
