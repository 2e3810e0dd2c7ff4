package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.CART_VIEWED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STARTED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_COMPLETED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_LEFT;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_VIEWED;
import static io.floorwalker.contract.EventTypes.COST_SHOWN;
import static io.floorwalker.contract.EventTypes.COUPON_APPLIED;
import static io.floorwalker.contract.EventTypes.COUPON_DENIED;
import static io.floorwalker.contract.EventTypes.FIELD_ERROR;
import static io.floorwalker.contract.EventTypes.LOGIN_FAILED;
import static io.floorwalker.contract.EventTypes.ORDER_PLACED;
import static io.floorwalker.contract.EventTypes.PAGE_RELOADED;
import static io.floorwalker.contract.EventTypes.PAGE_VIEWED;
import static io.floorwalker.contract.EventTypes.PAYMENT_DECLINED;
import static io.floorwalker.contract.EventTypes.PAYMENT_STARTED;
import static io.floorwalker.contract.EventTypes.PAYMENT_SUCCEEDED;
import static io.floorwalker.contract.EventTypes.PRODUCT_ADDED;
import static io.floorwalker.contract.EventTypes.SIGNED_IN;
import static io.floorwalker.oracle.Families.field;
import static io.floorwalker.oracle.Families.page;
import static io.floorwalker.oracle.Families.step;
import static io.floorwalker.oracle.History.id;
import static io.floorwalker.oracle.History.in;
import static io.floorwalker.oracle.History.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.CustomerEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StruggleSignalsTest {

  private final StruggleOracle oracle = StruggleOracle.of(StruggleOracleSettings.builtIn());

  /** The loops whose members need nothing but their type, and the success that resets them. */
  @Nested
  class Loops {

    @ParameterizedTest
    @CsvSource({
      "payment_declined, payment_declined, 2, 4m59.999s, true",
      "payment_declined, payment_declined, 2, 5m, false",
      "payment_declined, payment_declined, 2, 5m0.001s, false",
      "coupon_denied, coupon_denied, 2, 2m59.999s, true",
      "coupon_denied, coupon_denied, 2, 3m, false",
      "coupon_denied, coupon_denied, 2, 3m0.001s, false",
      "login_failed, login_loop, 3, 4m59.999s, true",
      "login_failed, login_loop, 3, 5m, false",
      "login_failed, login_loop, 3, 5m0.001s, false",
      "field_error, field_loop, 3, 1m59.999s, true",
      "field_error, field_loop, 3, 2m, false",
      "field_error, field_loop, 3, 2m0.001s, false",
    })
    void theBoundIsExclusive(String type, String kind, int times, String lastAt, boolean isInTime) {
      History history = new History().at("0m", type, field("zip"));
      for (int more = 2; more < times; more++) {
        history.at("1m", type, field("zip"));
      }
      history.at(lastAt, type, field("zip"));

      assertThat(signals(history))
          .extracting(ExpectedSignal::kind, ExpectedSignal::at)
          .isEqualTo(isInTime ? List.of(tuple(kind, ms(lastAt))) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
      "payment_declined, 2, payment_succeeded",
      "coupon_denied, 2, coupon_applied",
      "login_failed, 3, signed_in",
      "field_error, 3, checkout_step_completed",
    })
    void aSuccessResetsTheLoop(String type, int times, String success) {
      History reset = new History();
      for (int time = 1; time < times; time++) {
        reset.at(time + "s", type, field("zip"));
      }
      reset.at("10s", success);
      for (int time = 1; time < times; time++) {
        reset.at(10 + time + "s", type, field("zip"));
      }
      assertThat(signals(reset)).isEmpty();

      reset.at("20s", type, field("zip"));
      assertThat(signals(reset))
          .singleElement()
          .satisfies(
              found ->
                  assertThat(found.evidence())
                      .hasSize(times)
                      .endsWith("e-" + reset.events().size()));
    }

    @ParameterizedTest
    @CsvSource({"payment_declined, 2", "coupon_denied, 2", "login_failed, 3", "field_error, 3"})
    void repeatsMakeASignalForEachFullRound(String type, int times) {
      for (int repeats = 1; repeats <= 10; repeats++) {
        History history = new History();
        for (int repeat = 0; repeat < repeats; repeat++) {
          history.at(repeat + "s", type, field("zip"));
        }
        assertThat(signals(history)).hasSize(repeats / times);
      }
    }

    @Test
    void aSignalSaysItsSessionStepEvidenceAndId() {
      History history =
          new History()
              .at("0m", PAYMENT_DECLINED)
              .at("1m", PAGE_VIEWED)
              .at("2m", CHECKOUT_STEP_VIEWED, step("payment"))
              .at("3m", PAYMENT_DECLINED);

      assertThat(signals(history))
          .containsExactly(
              new ExpectedSignal(
                  "payment_declined", "s-1", ms("3m"), "payment", List.of("e-1", "e-4")));
      assertThat(signals(history).get(0).signalId())
          .isEqualTo(Ids.signal("payment_declined", "e-4"));
    }

    @Test
    void theSuccessOfAnotherLoopResetsNothing() {
      History history = new History().at("0s", PAYMENT_DECLINED).at("1s", COUPON_DENIED);
      history.at("2s", SIGNED_IN).at("2s", CHECKOUT_STEP_COMPLETED, step("address"));

      assertThat(signals(history.at("3s", PAYMENT_DECLINED).at("4s", COUPON_DENIED)))
          .extracting(ExpectedSignal::kind)
          .containsExactly("payment_declined", "coupon_denied");
    }

    @Test
    void aSuccessAtTheSameMomentStandsWhereItsTypeAndIdStand() {
      History declinedFirst =
          new History()
              .at("0s", PAYMENT_DECLINED, id("a"))
              .at("1s", PAYMENT_DECLINED, id("b"))
              .at("1s", PAYMENT_SUCCEEDED, id("c"));
      History succeededFirst =
          new History()
              .at("0s", PAYMENT_DECLINED, id("a"))
              .at("1s", PAYMENT_DECLINED, id("c"))
              .at("1s", PAYMENT_SUCCEEDED, id("b"));

      assertThat(signals(declinedFirst)).hasSize(1);
      assertThat(signals(succeededFirst)).isEmpty();
    }

    @Test
    void anOldBeginningIsForgottenAndALaterOneCompletes() {
      History history =
          new History().at("0m", LOGIN_FAILED).at("4m", LOGIN_FAILED).at("5m", LOGIN_FAILED);

      assertThat(signals(history)).isEmpty();
      assertThat(signals(history.at("6m", LOGIN_FAILED)))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-2", "e-3", "e-4"));
    }
  }

  @Nested
  class Fields {

    @Test
    void eachFieldCountsForItself() {
      History history = new History();
      for (String field : List.of("zip", "city", "zip", "city")) {
        history.at("1s", FIELD_ERROR, field(field));
      }
      assertThat(signals(history)).isEmpty();
    }

    @Test
    void othersMayStandBetween() {
      History history =
          new History()
              .at("0s", FIELD_ERROR, field("zip"))
              .at("1s", FIELD_ERROR, field("city"))
              .at("2s", FIELD_ERROR, field("zip"))
              .at("3s", PAGE_VIEWED)
              .at("4s", FIELD_ERROR, field("zip"));

      assertThat(signals(history))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-1", "e-3", "e-5"));
    }

    @Test
    void aMatchOfOneFieldForgetsWhatOthersHaveBegun() {
      History history = new History();
      for (String field : List.of("city", "city", "zip", "zip", "zip", "city")) {
        history.at(history.events().size() + "s", FIELD_ERROR, field(field));
      }
      assertThat(signals(history))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-3", "e-4", "e-5"));
    }

    @Test
    void anErrorOfNoFieldIsNobodys() {
      History history = new History();
      for (int error = 0; error < 3; error++) {
        history.at("1s", FIELD_ERROR).at("1s", FIELD_ERROR, field(null));
      }
      assertThat(signals(history)).isEmpty();
    }
  }

  @Nested
  class Reloads {

    @ParameterizedTest
    @CsvSource({"59.999s, 1", "1m, 0", "1m0.001s, 0"})
    void threeOfOnePageWithinAMinute(String last, int found) {
      assertThat(
              signals(
                  checkout()
                      .at("0s", PAGE_RELOADED, page("/pay"))
                      .at("1s", PAGE_RELOADED, page("/pay"))
                      .at(last, PAGE_RELOADED, page("/pay"))))
          .hasSize(found)
          .allSatisfy(signal -> assertThat(signal.kind()).isEqualTo("reload_loop"));
    }

    @Test
    void ofTwoPagesEachCountsForItselfAndOfNoPageNone() {
      History history = checkout();
      for (String page : List.of("/pay", "/ship", "/pay", "/ship")) {
        history.at("1s", PAGE_RELOADED, page(page));
      }
      for (int time = 0; time < 3; time++) {
        history.at("1s", PAGE_RELOADED, page(null)).at("1s", PAGE_RELOADED);
      }
      assertThat(signals(history)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE_VIEWED, PRODUCT_ADDED, COUPON_DENIED, CART_VIEWED, COST_SHOWN})
    void beforeTheCheckoutTheyAreNoSign(String before) {
      assertThat(signals(reloads(new History().at("0s", before), 3))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHECKOUT_STARTED, CHECKOUT_STEP_LEFT, PAYMENT_STARTED})
    void fromTheCheckoutOnTheyAre(String before) {
      assertThat(signals(reloads(new History().at("0s", before), 3))).hasSize(1);
    }

    @Test
    void thoseBeforeTheCheckoutAreNoEvidence() {
      History history = new History().at("0s", PAGE_RELOADED, page("/pay"));
      history.at("1s", CHECKOUT_STARTED);

      assertThat(signals(reloads(history, 2))).isEmpty();
    }

    private History checkout() {
      return new History().at("0s", CHECKOUT_STARTED);
    }

    private History reloads(History history, int times) {
      for (int time = 0; time < times; time++) {
        history.at(2 + time + "s", PAGE_RELOADED, page("/pay"));
      }
      return history;
    }
  }

  @Nested
  class Steps {

    @ParameterizedTest
    @CsvSource({"2m59.999s, 1", "3m, 0", "3m0.001s, 0"})
    void thereAndBackAndThereAgainWithinThreeMinutes(String last, int found) {
      assertThat(
              signals(
                  views("address", "shipping", "address")
                      .at(last, CHECKOUT_STEP_VIEWED, step("shipping"))))
          .hasSize(found)
          .allSatisfy(
              signal -> {
                assertThat(signal.kind()).isEqualTo("step_back_and_forth");
                assertThat(signal.step()).isEqualTo("shipping");
                assertThat(signal.evidence()).containsExactly("e-1", "e-2", "e-3", "e-4");
              });
    }

    @Test
    void aThirdStepBetweenDoesNotMatter() {
      assertThat(signals(views("a", "b", "c", "a", "b")))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-1", "e-2", "e-4", "e-5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a a a a", "a b c d", "a b b a", "a b a c", "a b a"})
    void whatIsNotThereAndBackTwice(String steps) {
      assertThat(signals(views(steps.split(" ")))).isEmpty();
    }

    @Test
    void goingOnAndOnIsASignalForEachFourViews() {
      assertThat(signals(views("a", "b", "a", "b", "a", "b", "a"))).hasSize(1);
      assertThat(signals(views("a", "b", "a", "b", "a", "b", "a", "b"))).hasSize(2);
    }

    @Test
    void onlyViewsCount() {
      History history = views("a", "b", "a").at("4s", CHECKOUT_STEP_COMPLETED, step("b"));

      assertThat(signals(history)).isEmpty();
    }

    private History views(String... steps) {
      History history = new History();
      for (String step : steps) {
        history.at(history.events().size() + "s", CHECKOUT_STEP_VIEWED, step(step));
      }
      return history;
    }
  }

  @Nested
  class CostShock {

    @ParameterizedTest
    @CsvSource({"19.999s, 1", "20s, 0", "20.001s, 0"})
    void leavingWithinTwentySeconds(String left, int found) {
      assertThat(
              signals(
                  new History()
                      .at("0s", COST_SHOWN)
                      .at(left, CHECKOUT_STEP_LEFT, step("shipping"))))
          .hasSize(found)
          .allSatisfy(
              signal -> {
                assertThat(signal.kind()).isEqualTo("cost_shock");
                assertThat(signal.step()).isEqualTo("shipping");
                assertThat(signal.evidence()).containsExactly("e-1", "e-2");
              });
    }

    @Test
    void lookingAtTheCartIsGoingBack() {
      assertThat(signals(new History().at("0s", COST_SHOWN).at("5s", CART_VIEWED))).hasSize(1);
    }

    @Test
    void viewingAnEarlierStepIsGoingBack() {
      assertThat(signals(shown().at("3s", CHECKOUT_STEP_VIEWED, step("address")))).hasSize(1);
    }

    @Test
    void viewingTheNextStepOrThePresentOneAgainIsNot() {
      assertThat(signals(shown().at("3s", CHECKOUT_STEP_VIEWED, step("payment")))).isEmpty();
      assertThat(signals(shown().at("3s", CHECKOUT_STEP_VIEWED, step("shipping")))).isEmpty();
    }

    @Test
    void aStepThatWasOnlyCompletedWasNotViewed() {
      History history =
          new History()
              .at("0s", CHECKOUT_STEP_COMPLETED, step("address"))
              .at("1s", COST_SHOWN, step("shipping"))
              .at("2s", CHECKOUT_STEP_VIEWED, step("address"));

      assertThat(signals(history)).isEmpty();
    }

    @Test
    void theStepOfTheShownCostIsThePresentOne() {
      History history =
          new History()
              .at("0s", CHECKOUT_STEP_VIEWED, step("shipping"))
              .at("1s", CHECKOUT_STEP_VIEWED, step("payment"))
              .at("2s", COST_SHOWN, step("shipping"))
              .at("3s", CHECKOUT_STEP_VIEWED, step("shipping"));

      assertThat(signals(history)).isEmpty();
    }

    @Test
    void ofTwoShownCostsTheFirstIsEvidenceAndBothAreUsedUp() {
      History history = new History().at("0s", COST_SHOWN).at("5s", COST_SHOWN);

      assertThat(signals(history.at("6s", CART_VIEWED).at("7s", CART_VIEWED)))
          .extracting(ExpectedSignal::evidence)
          .containsExactly(List.of("e-1", "e-3"));
    }

    private History shown() {
      return new History()
          .at("0s", CHECKOUT_STEP_VIEWED, step("address"))
          .at("1s", CHECKOUT_STEP_VIEWED, step("shipping"))
          .at("2s", COST_SHOWN);
    }
  }

  @Nested
  class Sessions {

    @Test
    void twoSessionsDoNotTouchEachOther() {
      assertThat(
              signals(
                  new History().at("0s", PAYMENT_DECLINED).at("1s", PAYMENT_DECLINED, in("s-2"))))
          .isEmpty();
    }

    @Test
    void anEventOfNoSessionOrOfABotIsLeftOut() {
      History history = new History().at("0s", PAYMENT_DECLINED);
      history.at("1s", PAYMENT_DECLINED, event -> event.setSessionId(null));
      history.at("2s", PAYMENT_DECLINED, event -> event.setIsBot(true));
      history.at("3s", PAYMENT_SUCCEEDED, event -> event.setIsBot(true));

      assertThat(signals(history)).isEmpty();
      assertThat(signals(history.at("4s", PAYMENT_DECLINED))).hasSize(1);
    }

    @Test
    void signalsGoOnAfterTheOrder() {
      History history = new History().at("0s", PAYMENT_DECLINED).at("1s", ORDER_PLACED);

      assertThat(signals(history.at("2s", PAYMENT_DECLINED))).hasSize(1);
    }

    @Test
    void theOrderOfArrivalAndRepeatsChangeNothing() {
      List<CustomerEvent> events =
          new ArrayList<>(
              new History()
                  .at("0s", COUPON_DENIED)
                  .at("0s", COUPON_DENIED)
                  .at("0s", COUPON_APPLIED)
                  .at("1s", PAYMENT_DECLINED)
                  .at("1s", PAYMENT_DECLINED)
                  .at("2s", LOGIN_FAILED)
                  .at("3s", LOGIN_FAILED)
                  .at("4s", LOGIN_FAILED)
                  .events());
      List<ExpectedSignal> expected = oracle.signals(events);
      assertThat(expected)
          .extracting(ExpectedSignal::kind)
          .containsExactly("coupon_denied", "payment_declined", "login_loop");

      events.addAll(List.copyOf(events));
      for (int seed = 0; seed < 50; seed++) {
        Collections.shuffle(events, new Random(seed));
        assertThat(oracle.signals(events)).isEqualTo(expected);
      }
    }
  }

  /** Without the steps that stall where a story ends, which are AbsenceSignalsTest's matter. */
  private List<ExpectedSignal> signals(History history) {
    return oracle.signals(history.events()).stream()
        .filter(signal -> !signal.kind().equals("step_stall"))
        .toList();
  }
}
