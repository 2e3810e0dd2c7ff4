package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.CART_VIEWED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STARTED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_VIEWED;
import static io.floorwalker.contract.EventTypes.COST_SHOWN;
import static io.floorwalker.contract.EventTypes.COUPON_DENIED;
import static io.floorwalker.contract.EventTypes.ELEMENT_CLICKED;
import static io.floorwalker.contract.EventTypes.FIELD_ERROR;
import static io.floorwalker.contract.EventTypes.LOGIN_FAILED;
import static io.floorwalker.contract.EventTypes.ORDER_PLACED;
import static io.floorwalker.contract.EventTypes.PAYMENT_DECLINED;
import static io.floorwalker.contract.EventTypes.PRODUCT_ADDED;
import static io.floorwalker.contract.EventTypes.PRODUCT_VIEWED;
import static io.floorwalker.contract.EventTypes.SCRIPT_ERROR;
import static io.floorwalker.contract.EventTypes.SUPPORT_CHAT_OPENED;
import static io.floorwalker.oracle.Families.dead;
import static io.floorwalker.oracle.Families.element;
import static io.floorwalker.oracle.Families.field;
import static io.floorwalker.oracle.Families.step;
import static io.floorwalker.oracle.History.in;
import static io.floorwalker.oracle.History.ms;
import static io.floorwalker.oracle.History.seq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StruggleOracleTest {

  private final StruggleOracle oracle = StruggleOracle.of(StruggleOracleSettings.builtIn());

  @Nested
  class WorkedExamples {

    @Test
    void twoDeclinesThreeMinutesApartAreFourPoints() {
      History history =
          new History()
              .at("0m", CHECKOUT_STEP_VIEWED, step("payment"))
              .at("1m", PAYMENT_DECLINED)
              .at("4m", PAYMENT_DECLINED);

      assertThat(detections(history))
          .containsExactly(
              new ExpectedStruggle(
                  "s-1",
                  ms("4m"),
                  ms("1m"),
                  ms("4m"),
                  "payment",
                  "payment",
                  "payment_declined",
                  4_000,
                  List.of(Ids.signal("payment_declined", "e-3")),
                  List.of("e-2", "e-3"),
                  "e-3"));
      assertThat(detections(history).get(0).detectionId())
          .isEqualTo(Ids.detection("checkout_struggle", "payment", "e-3"));
    }

    @Test
    void oneRageClickIsTwoPointsAndNoDetection() {
      History history = new History();
      for (String time : List.of("0s", "0.5s", "1s")) {
        history.at(time, ELEMENT_CLICKED, element("#pay"));
      }
      assertThat(detections(history)).isEmpty();
      assertThat(scores(2_000, history)).containsExactly(2_000L);
      assertThat(scores(2_001, history)).isEmpty();
    }

    @Test
    void rageOnADeadElementIsThreePointsAndNoDetection() {
      History history = rageOnADeadElement();

      assertThat(detections(history)).isEmpty();
      assertThat(scores(3_000, history)).containsExactly(3_000L);
      assertThat(scores(3_001, history)).isEmpty();
    }

    @Test
    void rageAndADeadClickTwoAndAHalfSecondsLaterAreTwoPointNineSeven() {
      History history = rageOnADeadElement().at("3.5s", ELEMENT_CLICKED, dead("#pay"));

      assertThat(Score.at(ms("3.5s"), signs(history)).milli()).isEqualTo(2_971);
      assertThat(detections(history)).isEmpty();
    }

    @Test
    void rageOnAnElementThatThrowsIsThreePointNineEight() {
      History history = new History();
      for (String time : List.of("0s", "0.5s", "1s")) {
        history.at(time, ELEMENT_CLICKED, element("#pay"));
      }
      assertThat(detections(history.at("2s", SCRIPT_ERROR)))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.scoreMilli()).isEqualTo(3_988);
                assertThat(found.cause()).isEqualTo("error_click");
                assertThat(found.stage()).isEqualTo("browse");
                assertThat(found.step()).isNull();
                assertThat(found.evidence()).containsExactly("e-1", "e-2", "e-3", "e-4");
                assertThat(found.detectionId())
                    .isEqualTo(Ids.detection("checkout_struggle", "", "e-4"));
              });
    }

    @Test
    void aCostShockAndACouponTwentySecondsLaterAreThreePointSevenEight() {
      History history =
          new History()
              .at("0s", COST_SHOWN)
              .at("10s", CART_VIEWED)
              .at("20s", COUPON_DENIED)
              .at("30s", COUPON_DENIED);

      assertThat(detections(history))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.scoreMilli()).isEqualTo(3_781);
                assertThat(found.cause()).isEqualTo("coupon_denied");
                assertThat(found.firstEvidenceAt()).isEqualTo(ms("0s"));
                assertThat(found.signalIds())
                    .containsExactly(
                        Ids.signal("cost_shock", "e-2"), Ids.signal("coupon_denied", "e-4"));
                assertThat(found.evidence()).containsExactly("e-1", "e-2", "e-3", "e-4");
              });
    }

    @Test
    void aFieldLoopAndASecondDenialEightySecondsLaterAreThreePointEightNine() {
      History history = fieldLoop(new History(), "0s").at("1m", COUPON_DENIED);

      assertThat(detections(history.at("1m20.002s", COUPON_DENIED)))
          .extracting(ExpectedStruggle::scoreMilli, ExpectedStruggle::cause)
          .containsExactly(tuple(3_889L, "coupon_denied"));
    }
  }

  @Nested
  class WhatCounts {

    @ParameterizedTest
    @CsvSource({"1m59.999s, 0", "2m, 1", "2m0.001s, 1"})
    void ofOneKindAndStepOnlyTheHeaviestOfTheLastTwoMinutes(String later, int found) {
      History history = fieldLoop(fieldLoop(new History(), "0s"), later);

      assertThat(detections(history))
          .hasSize(found)
          .allSatisfy(
              struggle -> {
                assertThat(struggle.scoreMilli()).isBetween(4_499L, 4_500L);
                assertThat(struggle.signalIds()).hasSize(2);
              });
    }

    @Test
    void ofTwoStepsBothCount() {
      History history = new History().at("0s", CHECKOUT_STEP_VIEWED, step("address"));
      fieldLoop(history, "1s").at("5s", CHECKOUT_STEP_VIEWED, step("shipping"));

      assertThat(detections(fieldLoop(history, "6s")))
          .extracting(ExpectedStruggle::step, ExpectedStruggle::cause)
          .containsExactly(tuple("shipping", "field_loop"));
    }

    @Test
    void beforeAnyStepIsAStepOfItsOwn() {
      History history = fieldLoop(new History(), "1s");
      history.at("5s", CHECKOUT_STEP_VIEWED, step("shipping"));

      assertThat(detections(fieldLoop(history, "6s"))).hasSize(1);
    }

    @Test
    void ofABurstOneDeadClickCountsHoweverOldItIs() {
      History history = rageOnADeadElement().at("2m59s", COUPON_DENIED).at("3m1s", COUPON_DENIED);

      assertThat(scores(3_061, history)).isEmpty();
      assertThat(with(3_060).detections(history.events()))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.scoreMilli()).isEqualTo(2_000 + 707 + 353);
                assertThat(found.signalIds())
                    .containsExactly(
                        Ids.signal("rage_click", "e-3"),
                        Ids.signal("dead_click", "e-3"),
                        Ids.signal("coupon_denied", "e-5"));
                assertThat(found.evidence()).containsExactly("e-1", "e-2", "e-3", "e-4", "e-5");
                assertThat(found.firstEvidenceAt()).isEqualTo(ms("0s"));
              });
    }

    @Test
    void oldDeadClicksOfNoBurstAllCount() {
      History history = new History();
      for (String time : List.of("0s", "1.5s", "3s")) {
        history.at(time, ELEMENT_CLICKED, dead("#pay"));
      }
      history.at("3m1s", COUPON_DENIED).at("3m3s", COUPON_DENIED);

      assertThat(Score.at(ms("3m3s"), signs(history)).counted()).hasSize(4);
    }

    @Test
    void ofABurstADeadAndAnErrorClickCountBesideEachOther() {
      History history = rageOnADeadElement().at("1.2s", SCRIPT_ERROR);

      assertThat(detections(history))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.scoreMilli()).isEqualTo(998 + 1_997 + 2_000);
                assertThat(found.signalIds())
                    .containsExactly(
                        Ids.signal("rage_click", "e-3"),
                        Ids.signal("dead_click", "e-3"),
                        Ids.signal("error_click", "e-4"));
              });
    }

    @ParameterizedTest
    @CsvSource({"19m59.999s, 1", "20m, 1", "20m0.001s, 0"})
    void whatIsOlderThanTwentyMinutesIsForgotten(String later, int found) {
      History history =
          new History().at("-1s", COUPON_DENIED).at("0s", COUPON_DENIED).at(later, COST_SHOWN);

      assertThat(scores(2_001, history.at(later, CART_VIEWED))).hasSize(found);
    }

    @Test
    void ofEqualCausesTheFirstInTheAlphabetIsNamed() {
      History history = new History().at("0s", COST_SHOWN).at("0s", COUPON_DENIED);

      assertThat(detections(history.at("1s", CART_VIEWED).at("1s", COUPON_DENIED)))
          .extracting(ExpectedStruggle::scoreMilli, ExpectedStruggle::cause)
          .containsExactly(tuple(4_000L, "cost_shock"));
    }

    @Test
    void theThresholdItselfIsEnough() {
      History declines = new History().at("0s", PAYMENT_DECLINED).at("1s", PAYMENT_DECLINED);

      assertThat(scores(4_000, declines)).containsExactly(4_000L);
      assertThat(scores(4_001, declines)).isEmpty();
    }

    @Test
    void pointsAreRoundedDown() {
      History history = fieldLoop(new History(), "0s");

      assertThat(signs(history))
          .singleElement()
          .satisfies(
              sign -> {
                assertThat(sign.points(sign.at())).isEqualTo(3_000);
                assertThat(sign.points(sign.at() + 1)).isEqualTo(2_999);
                assertThat(sign.points(sign.at() + 120_000)).isEqualTo(1_500);
              });
    }
  }

  @Nested
  class Armed {

    @ParameterizedTest
    @CsvSource({"10m0.999s, 0", "10m1s, 1", "10m1.001s, 1"})
    void againTenMinutesAfterTheLastEpisode(String later, int more) {
      History history = declines(new History(), "0s", "1s");

      assertThat(detections(declines(history, "9m", later)))
          .extracting(ExpectedStruggle::at)
          .hasSize(1 + more)
          .startsWith(ms("1s"));
    }

    @Test
    void againAtAnotherStep() {
      History history = new History().at("0s", CHECKOUT_STEP_VIEWED, step("address"));
      declines(history, "1s", "2s").at("3s", CHECKOUT_STEP_VIEWED, step("payment"));

      assertThat(detections(declines(history, "4s", "5s")))
          .extracting(ExpectedStruggle::step, ExpectedStruggle::scoreMilli)
          .containsExactly(tuple("address", 4_000L), tuple("payment", 4_000L));
    }

    @Test
    void theStepOfTheLastEpisodeDecidesNotOneBetween() {
      History history = new History().at("0s", CHECKOUT_STEP_VIEWED, step("address"));
      declines(history, "1s", "2s").at("3s", CHECKOUT_STEP_VIEWED, step("payment"));
      history.at("4s", CHECKOUT_STEP_VIEWED, step("address"));

      assertThat(detections(declines(history, "5s", "6s"))).hasSize(1);
    }

    @Test
    void anEpisodeUsesUpItsSignals() {
      History history = declines(new History(), "0s", "1s");
      history.at("1s", CHECKOUT_STEP_VIEWED, step("payment"));

      assertThat(detections(history.at("2s", COUPON_DENIED).at("3s", COUPON_DENIED))).hasSize(1);
    }

    @Test
    void anEpisodeUsesUpSignalsThatDidNotCountToo() {
      History history = fieldLoop(fieldLoop(new History(), "0s"), "10s");
      declines(history, "1m", "1m1s");
      history.at("1m2s", CHECKOUT_STEP_VIEWED, step("payment"));

      assertThat(detections(fieldLoop(history, "1m3s")))
          .extracting(ExpectedStruggle::scoreMilli)
          .hasSize(1);
    }

    @Test
    void whatArisesWhileDisarmedIsKept() {
      History history = declines(new History(), "0s", "1s");
      fieldLoop(history, "9m").at("9m30s", COUPON_DENIED);

      assertThat(detections(history.at("10m2s", COUPON_DENIED)))
          .extracting(ExpectedStruggle::scoreMilli)
          .containsExactly(4_000L, 2_000L + 2_096);
    }

    @ParameterizedTest
    @CsvSource({
      "9m59.999s, 1",
      "10m, 1", // in front of the chat
      "10m0.001s, 0",
      "19m59.999s, 0",
      "20m, 1",
      "20m0.001s, 1"
    })
    void notForTenMinutesAfterASupportChatWasOpened(String last, int found) {
      History history = new History().at("10m", SUPPORT_CHAT_OPENED);
      history.at(last.startsWith("9") || last.startsWith("10") ? "8m" : "18m", PAYMENT_DECLINED);

      assertThat(detections(history.at(last, PAYMENT_DECLINED))).hasSize(found);
    }

    @Test
    void theChatOfAnotherSessionQuietensNothing() {
      History history = new History().at("0s", SUPPORT_CHAT_OPENED, in("s-2"));

      assertThat(detections(declines(history, "1s", "2s"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0.999s, 1", "1s, 1", "1.001s, 0", "2m, 0"})
    void neverAfterTheOrder(String last, int found) {
      History history = new History().at("-1m", PAYMENT_DECLINED).at("1s", ORDER_PLACED);

      assertThat(detections(history.at(last, PAYMENT_DECLINED))).hasSize(found);
    }

    @Test
    void aSecondOrderOpensNothingAgain() {
      History history = new History().at("0s", ORDER_PLACED);
      declines(history, "1s", "2s").at("3s", ORDER_PLACED);

      assertThat(detections(declines(history, "20m", "21m"))).isEmpty();
    }

    @Test
    void anOrderWithALowerNumberClosesAtTheSameMoment() {
      History history =
          new History()
              .at("0s", PAYMENT_DECLINED, seq(1))
              .at("1s", ORDER_PLACED, seq(2))
              .at("1s", PAYMENT_DECLINED, seq(3));

      assertThat(oracle.signals(history.events())).hasSize(1);
      assertThat(detections(history)).isEmpty();
    }

    private History declines(History history, String first, String second) {
      return history.at(first, PAYMENT_DECLINED).at(second, PAYMENT_DECLINED);
    }
  }

  @Nested
  class Stages {

    @ParameterizedTest
    @CsvSource({
      "product_viewed, browse",
      "cart_viewed, browse",
      "cost_shown, browse",
      "product_added, cart",
      "cart_updated, cart",
      "coupon_entered, cart",
      "checkout_started, checkout",
      "checkout_step_left, checkout",
      "payment_info_entered, payment",
      "payment_pending, payment",
    })
    void theStageIsTheHighestSoFar(String before, String stage) {
      assertThat(detections(logins(new History().at("0s", before), 3)))
          .extracting(ExpectedStruggle::stage)
          .containsExactly(stage);
    }

    @Test
    void itNeverFallsEvenBehindAnOrder() {
      History history = new History().at("0s", CHECKOUT_STARTED).at("0s", PRODUCT_ADDED);

      assertThat(detections(logins(history.at("0s", PRODUCT_VIEWED), 3)))
          .extracting(ExpectedStruggle::stage)
          .containsExactly("checkout");
    }

    @Test
    void whatComesAfterTheDecidingSignalDoesNotRaiseIt() {
      assertThat(detections(logins(new History(), 3).at("2m1.001s", CHECKOUT_STARTED)))
          .extracting(ExpectedStruggle::stage)
          .containsExactly("browse");
    }

    /** A login loop and, two minutes later, another one: 1.5 + 3 points. */
    private History logins(History history, int times) {
      for (int time = 0; time < times; time++) {
        history.at("1s", LOGIN_FAILED);
      }
      for (int time = 0; time < times; time++) {
        history.at("2m1s", LOGIN_FAILED);
      }
      return history;
    }
  }

  @Test
  void theOrderOfArrivalAndRepeatsChangeNothing() {
    History history = rageOnADeadElement();
    fieldLoop(history, "5s").at("10s", CHECKOUT_STEP_VIEWED, step("address"));
    fieldLoop(history, "12s").at("12m", PAYMENT_DECLINED).at("12m", PAYMENT_DECLINED);
    history.at("1m", PAYMENT_DECLINED, in("s-2")).at("2m", PAYMENT_DECLINED, in("s-2"));
    List<CustomerEvent> events = new ArrayList<>(history.events());
    List<ExpectedStruggle> expected = oracle.detections(events);
    assertThat(expected).extracting(ExpectedStruggle::session).containsExactly("s-1", "s-2", "s-1");

    events.addAll(List.copyOf(events));
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(events, new Random(seed));
      assertThat(oracle.detections(events)).isEqualTo(expected);
    }
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> settings(0, Duration.ZERO, Duration.ZERO))
        .hasMessageContaining("give at least 1");
    assertThatThrownBy(() -> settings(1, Duration.ofMillis(-1), Duration.ZERO))
        .hasMessageContaining("give none below 0");
    assertThatThrownBy(() -> settings(1, Duration.ZERO, Duration.ofMillis(-1)))
        .hasMessageContaining("give none below 0");
  }

  private static History rageOnADeadElement() {
    History history = new History();
    for (String time : List.of("0s", "0.5s", "1s")) {
      history.at(time, ELEMENT_CLICKED, dead("#pay"));
    }
    return history;
  }

  /** Three errors of one field within 2 ms of the time. */
  private static History fieldLoop(History history, String from) {
    for (int error = 0; error < 3; error++) {
      long at = ms(from) + error;
      history.at(
          from, FIELD_ERROR, field("zip"), event -> event.setOccurredAt(Instant.ofEpochMilli(at)));
    }
    return history;
  }

  private static StruggleOracleSettings settings(
      long thresholdMilli, Duration rearmAfter, Duration chatQuiet) {
    return new StruggleOracleSettings(
        thresholdMilli,
        rearmAfter,
        chatQuiet,
        StruggleOracleSettings.Signals.builtIn(),
        Duration.ofSeconds(5));
  }

  private static StruggleOracle with(long thresholdMilli) {
    return StruggleOracle.of(
        settings(thresholdMilli, Duration.ofMinutes(10), Duration.ofMinutes(10)));
  }

  private static List<Long> scores(long thresholdMilli, History history) {
    return with(thresholdMilli).detections(history.events()).stream()
        .map(ExpectedStruggle::scoreMilli)
        .toList();
  }

  private static List<Sign> signs(History history) {
    return StruggleOracle.signs(
        Visit.of("s-1", history.events(), Duration.ZERO), StruggleOracleSettings.builtIn());
  }

  private List<ExpectedStruggle> detections(History history) {
    return oracle.detections(history.events());
  }
}
