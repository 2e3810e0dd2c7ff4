package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.CART_CARRIED_OVER;
import static io.floorwalker.contract.EventTypes.CART_EMPTIED;
import static io.floorwalker.contract.EventTypes.CART_UPDATED;
import static io.floorwalker.contract.EventTypes.CART_VIEWED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STARTED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_LEFT;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_VIEWED;
import static io.floorwalker.contract.EventTypes.COST_SHOWN;
import static io.floorwalker.contract.EventTypes.COUPON_DENIED;
import static io.floorwalker.contract.EventTypes.COUPON_ENTERED;
import static io.floorwalker.contract.EventTypes.ORDER_PLACED;
import static io.floorwalker.contract.EventTypes.PAGE_VIEWED;
import static io.floorwalker.contract.EventTypes.PAYMENT_DECLINED;
import static io.floorwalker.contract.EventTypes.PAYMENT_INFO_ENTERED;
import static io.floorwalker.contract.EventTypes.PAYMENT_PENDING;
import static io.floorwalker.contract.EventTypes.PAYMENT_STARTED;
import static io.floorwalker.contract.EventTypes.PRODUCT_ADDED;
import static io.floorwalker.contract.EventTypes.PRODUCT_REMOVED;
import static io.floorwalker.contract.EventTypes.PRODUCT_VIEWED;
import static io.floorwalker.contract.EventTypes.SIGNED_IN;
import static io.floorwalker.contract.EventTypes.WISHLIST_ADDED;
import static io.floorwalker.oracle.History.by;
import static io.floorwalker.oracle.History.cart;
import static io.floorwalker.oracle.History.id;
import static io.floorwalker.oracle.History.in;
import static io.floorwalker.oracle.History.line;
import static io.floorwalker.oracle.History.ms;
import static io.floorwalker.oracle.History.product;
import static io.floorwalker.oracle.History.seq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbandonmentOracleTest {

  private final AbandonmentOracle oracle =
      AbandonmentOracle.of(OracleSettings.builtIn(KeyBy.CUSTOMER));

  @Nested
  class TheClock {

    @Test
    void aCartNobodyComesBackToIsAbandonedThirtyMinutesAfterItsLastActivity() {
      assertThat(detections(new History().added("0m")))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.kind()).isEqualTo("cart_abandoned");
                assertThat(found.key()).isEqualTo("c-1");
                assertThat(found.detectedAt()).isEqualTo(ms("30m"));
                assertThat(found.firstEvidenceAt()).isEqualTo(ms("0m"));
                assertThat(found.lastEvidenceAt()).isEqualTo(ms("0m"));
                assertThat(found.decidingEventId()).isEqualTo("e-1");
                assertThat(found.stage()).isEqualTo("cart");
              });
    }

    @Test
    void theIdOfADetectionComesFromItsDecidingEvent() {
      assertThat(detections(new History().added("0m")))
          .singleElement()
          .extracting(ExpectedDetection::detectionId)
          .isEqualTo("83e40816-9096-5a16-bd78-b7afafd02e26");
    }

    @Test
    void threeAdditionsAreOneIntentAndOneDetection() {
      assertThat(detections(new History().added("0m").added("10m").added("20m")))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.detectedAt()).isEqualTo(ms("50m"));
                assertThat(found.firstEvidenceAt()).isEqualTo(ms("0m"));
                assertThat(found.decidingEventId()).isEqualTo("e-3");
              });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {PRODUCT_ADDED, CART_UPDATED, CART_CARRIED_OVER, COUPON_ENTERED, COUPON_DENIED})
    void activityRestartsTheClock(String activity) {
      assertThat(detections(new History().added("0m").at("20m", activity)))
          .extracting(ExpectedDetection::detectedAt)
          .containsExactly(ms("50m"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          PAGE_VIEWED,
          PRODUCT_VIEWED,
          CART_VIEWED,
          WISHLIST_ADDED,
          SIGNED_IN,
          "unheard_of"
        })
    void whatIsNoActivityChangesNothingAndOpensNothing(String other) {
      assertThat(detections(new History().added("0m").at("20m", other).at("2h", other)))
          .extracting(ExpectedDetection::detectedAt)
          .containsExactly(ms("30m"));
    }

    @Test
    void aReturnOneMillisecondBeforeTheDeadlineKeepsTheIntent() {
      assertThat(detections(new History().added("0m").added("29m59.999s")))
          .extracting(ExpectedDetection::detectedAt)
          .containsExactly(ms("59m59.999s"));
    }

    @Test
    void aReturnAtTheDeadlineIsTooLateAndOpensANewIntent() {
      assertThat(detections(new History().added("0m").added("30m")))
          .extracting(ExpectedDetection::detectedAt, ExpectedDetection::firstEvidenceAt)
          .containsExactly(tuple(ms("30m"), ms("0m")), tuple(ms("60m"), ms("30m")));
    }

    @Test
    void anOrderOneMillisecondBeforeTheDeadlineEndsTheIntent() {
      assertThat(detections(new History().added("0m").at("29m59.999s", ORDER_PLACED))).isEmpty();
    }

    @Test
    void anOrderAtTheDeadlineIsTooLate() {
      assertThat(detections(new History().added("0m").at("30m", ORDER_PLACED)))
          .extracting(ExpectedDetection::detectedAt)
          .containsExactly(ms("30m"));
    }

    @Test
    void theTimeIsASetting() {
      OracleSettings quick =
          OracleSettings.carts(
              KeyBy.CUSTOMER,
              Duration.ofSeconds(45),
              Duration.ofSeconds(40),
              Duration.ofSeconds(30),
              Duration.ofDays(7));

      assertThat(AbandonmentOracle.of(quick).detections(new History().added("0m").events()))
          .extracting(ExpectedDetection::detectedAt)
          .containsExactly(ms("45s"));
      assertThat(
              AbandonmentOracle.of(quick)
                  .detections(
                      new History().at("0m", CHECKOUT_STARTED).at("40s", PAYMENT_STARTED).events()))
          .extracting(ExpectedDetection::kind, ExpectedDetection::detectedAt)
          .containsExactly(
              tuple("checkout_abandoned", ms("40s")), tuple("payment_abandoned", ms("70s")));
    }
  }

  @Nested
  class TheEndOfAnIntent {

    @Test
    void anOrderWithoutACartIsNothing() {
      assertThat(detections(new History().at("0m", ORDER_PLACED))).isEmpty();
    }

    @Test
    void activityAfterAnOrderOpensANewIntent() {
      assertThat(detections(new History().added("0m").at("5m", ORDER_PLACED).added("6m")))
          .extracting(ExpectedDetection::firstEvidenceAt)
          .containsExactly(ms("6m"));
    }

    @Test
    void anEmptiedCartIsNotAbandoned() {
      assertThat(detections(new History().added("0m").at("5m", CART_EMPTIED))).isEmpty();
    }

    @Test
    void aCartEmptiedAtTheDeadlineIsAbandonedWithWhatItHeld() {
      assertThat(detections(new History().added("0m").at("30m", CART_EMPTIED)))
          .singleElement()
          .extracting(ExpectedDetection::lines)
          .isEqualTo(List.of("shoes x1"));
    }

    @Test
    void removingTheLastLineEndsTheIntentAndOpensNone() {
      assertThat(
              detections(
                  new History()
                      .added("0m")
                      .at("5m", PRODUCT_REMOVED, product("shoes", null, null))
                      .at("6m", PRODUCT_REMOVED, product("shoes", null, null))))
          .isEmpty();
    }

    @Test
    void removingOneOfTwoLinesIsActivity() {
      assertThat(
              detections(
                  new History()
                      .added("0m")
                      .at("1m", PRODUCT_ADDED, product("socks", 2, "9.00"))
                      .at("5m", PRODUCT_REMOVED, product("shoes", null, null))))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.detectedAt()).isEqualTo(ms("35m"));
                assertThat(found.lines()).containsExactly("socks x2");
                assertThat(found.decidingEventId()).isEqualTo("e-3");
              });
    }

    @Test
    void aCartReplacedByAnEmptyOneIsNotAbandoned() {
      assertThat(detections(new History().added("0m").at("5m", CART_UPDATED, cart()))).isEmpty();
    }

    @Test
    void nothingCarriedOverIsAnActivityAndTakesNothingAway() {
      assertThat(detections(new History().added("0m").at("5m", CART_CARRIED_OVER, cart())))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.detectedAt()).isEqualTo(ms("35m"));
                assertThat(found.lines()).hasSize(1);
              });
    }

    @Test
    void eachIntentFiresOnceHoweverOftenTheShopperComesBackLate() {
      assertThat(detections(new History().added("0m").added("1h").added("2h").added("2h10m")))
          .extracting(ExpectedDetection::decidingEventId)
          .containsExactly("e-1", "e-2", "e-4");
    }
  }

  @Nested
  class Stages {

    @ParameterizedTest
    @ValueSource(strings = {CHECKOUT_STARTED, CHECKOUT_STEP_LEFT, CHECKOUT_STEP_VIEWED})
    void anIntentThatReachedTheCheckoutIsAnAbandonedCheckoutOnly(String checkout) {
      assertThat(detections(new History().added("0m").at("5m", checkout).added("10m")))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.kind()).isEqualTo("checkout_abandoned");
                assertThat(found.stage()).isEqualTo("checkout");
                assertThat(found.detectedAt()).isEqualTo(ms("40m"));
                assertThat(found.firstEvidenceAt()).isEqualTo(ms("0m"));
                assertThat(found.decidingEventId()).isEqualTo("e-3");
                assertThat(found.lines()).containsExactly("shoes x2");
                assertThat(found.detectionId())
                    .isEqualTo(Ids.detection("checkout_abandoned", "", "e-3"));
              });
    }

    @ParameterizedTest
    @ValueSource(strings = {PAYMENT_INFO_ENTERED, PAYMENT_STARTED, PAYMENT_DECLINED})
    void anIntentThatReachedThePaymentIsAnAbandonedPaymentOnly(String payment) {
      History history = new History().added("0m").at("5m", CHECKOUT_STARTED).at("6m", payment);

      assertThat(detections(history.at("10m", CHECKOUT_STEP_VIEWED)))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.kind()).isEqualTo("payment_abandoned");
                assertThat(found.stage()).isEqualTo("payment");
                assertThat(found.detectedAt()).isEqualTo(ms("25m"));
                assertThat(found.decidingEventId()).isEqualTo("e-4");
              });
    }

    @Test
    void anIntentThatOpensAtTheCheckoutHasNoLinesAndIsDetected() {
      assertThat(detections(new History().at("0m", CHECKOUT_STARTED)))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.kind()).isEqualTo("checkout_abandoned");
                assertThat(found.lines()).isEmpty();
              });
    }

    @Test
    void anOrderedCheckoutIsNotAbandoned() {
      History history = new History().added("0m").at("5m", CHECKOUT_STARTED);

      assertThat(detections(history.at("34m59.999s", ORDER_PLACED))).isEmpty();
    }

    @Test
    void aCheckoutReachedTooLateOpensItsOwnIntent() {
      assertThat(detections(new History().added("0m").at("30m", CHECKOUT_STARTED)))
          .extracting(ExpectedDetection::kind, ExpectedDetection::detectedAt)
          .containsExactly(
              tuple("cart_abandoned", ms("30m")), tuple("checkout_abandoned", ms("60m")));
    }

    @Test
    void theTimeOfThePaymentHoldsFromThePaymentOn() {
      History inTime = new History().at("0m", PAYMENT_STARTED).added("14m59.999s");
      History tooLate = new History().at("0m", PAYMENT_STARTED).added("15m");

      assertThat(detections(inTime))
          .extracting(ExpectedDetection::kind, ExpectedDetection::detectedAt)
          .containsExactly(tuple("payment_abandoned", ms("29m59.999s")));
      assertThat(detections(tooLate))
          .extracting(ExpectedDetection::kind, ExpectedDetection::detectedAt)
          .containsExactly(
              tuple("payment_abandoned", ms("15m")), tuple("cart_abandoned", ms("45m")));
    }

    @Test
    void theTimeOfTheStageBeforeHoldsUntilThePayment() {
      History history = new History().at("0m", CHECKOUT_STARTED).at("29m59.999s", PAYMENT_STARTED);

      assertThat(detections(history))
          .extracting(ExpectedDetection::kind, ExpectedDetection::detectedAt)
          .containsExactly(tuple("payment_abandoned", ms("44m59.999s")));
    }

    @Test
    void anOrderAtTheDeadlineOfThePaymentIsTooLate() {
      History inTime = new History().at("0m", PAYMENT_STARTED).at("14m59.999s", ORDER_PLACED);
      History tooLate = new History().at("0m", PAYMENT_STARTED).at("15m", ORDER_PLACED);

      assertThat(detections(inTime)).isEmpty();
      assertThat(detections(tooLate)).hasSize(1);
    }

    @Test
    void theNextIntentStartsAgainAtItsOwnStage() {
      assertThat(detections(new History().added("0m").at("5m", PAYMENT_STARTED).added("2h")))
          .extracting(ExpectedDetection::kind, ExpectedDetection::firstEvidenceAt)
          .containsExactly(tuple("payment_abandoned", ms("0m")), tuple("cart_abandoned", ms("2h")));
    }

    @Test
    void afterAnOrderTheStageStartsAgain() {
      History history = new History().at("0m", PAYMENT_STARTED).at("1m", ORDER_PLACED);

      assertThat(detections(history.added("2m")))
          .extracting(ExpectedDetection::kind)
          .containsExactly("cart_abandoned");
    }

    @Test
    void costShownIsNoCheckoutActivity() {
      assertThat(detections(new History().added("0m").at("5m", COST_SHOWN)))
          .extracting(ExpectedDetection::kind, ExpectedDetection::detectedAt)
          .containsExactly(tuple("cart_abandoned", ms("30m")));
    }
  }

  @Nested
  class Pending {

    @Test
    void nothingFallsDueWhileThePaymentIsPending() {
      assertThat(detections(new History().added("0m").at("5m", PAYMENT_PENDING))).isEmpty();
    }

    @Test
    void anActivityAfterwardsContinuesTheIntentWhateverTheGap() {
      History history = new History().added("0m").at("5m", PAYMENT_PENDING);

      assertThat(detections(history.at("3d", PAYMENT_DECLINED)))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.kind()).isEqualTo("payment_abandoned");
                assertThat(found.detectedAt()).isEqualTo(ms("3d15m"));
                assertThat(found.firstEvidenceAt()).isEqualTo(ms("0m"));
              });
    }

    @Test
    void aCartActivityAfterwardsKeepsTheStageOfThePayment() {
      assertThat(detections(new History().at("0m", PAYMENT_PENDING).added("2h").added("3h")))
          .extracting(ExpectedDetection::kind, ExpectedDetection::detectedAt)
          .containsExactly(
              tuple("payment_abandoned", ms("2h15m")), tuple("cart_abandoned", ms("3h30m")));
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDER_PLACED, CART_EMPTIED})
    void anEndAfterwardsEndsTheIntentWhateverTheGap(String end) {
      assertThat(detections(new History().at("0m", PAYMENT_PENDING).at("2d", end))).isEmpty();
    }

    @Test
    void aViewAfterwardsChangesNothing() {
      assertThat(detections(new History().at("0m", PAYMENT_PENDING).at("2h", PAGE_VIEWED)))
          .isEmpty();
    }

    @Test
    void pendingAgainIsPendingStill() {
      assertThat(detections(new History().at("0m", PAYMENT_PENDING).at("2h", PAYMENT_PENDING)))
          .isEmpty();
    }

    @Test
    void aPendingPaymentThatComesTooLateOpensItsOwnIntent() {
      History history = new History().added("0m").at("30m", PAYMENT_PENDING);

      assertThat(detections(history))
          .extracting(ExpectedDetection::kind)
          .containsExactly("cart_abandoned");
    }
  }

  @Nested
  class Order {

    @Test
    void theOrderOfArrivalChangesNothing() {
      List<CustomerEvent> events =
          new ArrayList<>(
              new History()
                  .added("0m")
                  .at("0m", PRODUCT_ADDED, product("socks", 2, "9.00"))
                  .at("3m", PRODUCT_REMOVED, product("socks", 1, null))
                  .added("40m")
                  .at("50m", ORDER_PLACED)
                  .added("50m")
                  .events());
      List<ExpectedDetection> expected = oracle.detections(events);

      for (int seed = 0; seed < 50; seed++) {
        Collections.shuffle(events, new Random(seed));
        assertThat(oracle.detections(events)).isEqualTo(expected);
      }
    }

    @Test
    void everyEventTwiceChangesNothing() {
      List<CustomerEvent> once = new History().added("0m").added("5m").events();
      List<CustomerEvent> twice = new ArrayList<>(once);
      twice.addAll(once);

      assertThat(oracle.detections(twice)).isEqualTo(oracle.detections(once));
      assertThat(oracle.detections(twice).get(0).lines()).containsExactly("shoes x2");
    }

    @Test
    void theSameIdAtAnotherTimeIsNoRepeat() {
      History history = new History().at("0m", PRODUCT_ADDED, id("e-1"));
      history.at("5m", PRODUCT_ADDED, id("e-1"));

      assertThat(detections(history))
          .extracting(ExpectedDetection::detectedAt)
          .containsExactly(ms("35m"));
    }

    @Test
    void atTheSameMomentAnOrderComesAfterTheAddition() {
      assertThat(
              detections(
                  new History().at("0m", ORDER_PLACED, id("a")).at("0m", PRODUCT_ADDED, id("b"))))
          .isEmpty();
    }

    @Test
    void atTheSameMomentANumberOfTheSessionDecides() {
      assertThat(
              detections(
                  new History().at("0m", ORDER_PLACED, seq(1)).at("0m", PRODUCT_ADDED, seq(2))))
          .extracting(ExpectedDetection::decidingEventId)
          .containsExactly("e-2");
    }

    @Test
    void atTheSameMomentAnEventWithoutANumberComesFirst() {
      assertThat(detections(new History().at("0m", PRODUCT_ADDED, seq(1)).at("0m", ORDER_PLACED)))
          .extracting(ExpectedDetection::decidingEventId)
          .containsExactly("e-1");
    }

    @Test
    void atTheSameMomentAndRankTheGreaterIdDecides() {
      assertThat(
              detections(
                  new History().at("0m", PRODUCT_ADDED, id("b")).at("0m", PRODUCT_ADDED, id("a"))))
          .extracting(ExpectedDetection::decidingEventId)
          .containsExactly("b");
    }

    @Test
    void atTheSameMomentAnEmptiedCartComesAfterTheAddition() {
      assertThat(
              detections(
                  new History().at("0m", CART_EMPTIED, id("a")).at("0m", PRODUCT_ADDED, id("b"))))
          .isEmpty();
    }
  }

  @Nested
  class Keys {

    @Test
    void twoCustomersDoNotTouchEachOther() {
      History history = new History().added("0m").at("20m", PRODUCT_ADDED, by("c-2"));
      history.at("25m", ORDER_PLACED, by("c-2"));

      assertThat(detections(history)).extracting(ExpectedDetection::key).containsExactly("c-1");
    }

    @Test
    void oneCustomerInTwoSessionsIsOneIntent() {
      History history = new History().added("0m").at("20m", PRODUCT_ADDED, in("s-2"));

      assertThat(detections(history)).hasSize(1);
      assertThat(
              AbandonmentOracle.of(OracleSettings.builtIn(KeyBy.SESSION))
                  .detections(history.events()))
          .extracting(ExpectedDetection::key)
          .containsExactly("s-1", "s-2");
    }

    @Test
    void beforeIngestTheUserStandsForTheCustomerAndElseTheDevice() {
      History history =
          new History()
              .at("0m", PRODUCT_ADDED, event -> event.setCustomerKey(null).setUserId("u-1"))
              .at("0m", PRODUCT_ADDED, event -> event.setCustomerKey(null).setAnonymousId("a-1"));

      assertThat(detections(history))
          .extracting(ExpectedDetection::key)
          .containsExactly("a-1", "u-1");
    }

    @Test
    void anEventWithoutAKeyIsLeftOut() {
      assertThat(
              detections(
                  new History().at("0m", PRODUCT_ADDED, event -> event.setCustomerKey(null))))
          .isEmpty();
    }
  }

  @Nested
  class Settings {

    @ParameterizedTest
    @CsvSource({"2d, 1h, 1h", "1h, 2d, 1h", "1h, 1h, 2d"})
    void aCartForgottenBeforeItCountsIsRefused(String cart, String checkout, String payment) {
      assertThatThrownBy(() -> settings(cart, checkout, payment))
          .hasMessageContaining("give at least it");
    }

    @ParameterizedTest
    @CsvSource({"0s, 1h, 1h", "1h, 0s, 1h", "1h, 1h, 0s"})
    void aTimeOfZeroIsRefused(String cart, String checkout, String payment) {
      assertThatThrownBy(() -> settings(cart, checkout, payment))
          .hasMessageContaining("at least 1 ms");
    }

    private static OracleSettings settings(String cart, String checkout, String payment) {
      return OracleSettings.carts(
          KeyBy.SESSION,
          Duration.ofMillis(ms(cart) - ms("0s")),
          Duration.ofMillis(ms(checkout) - ms("0s")),
          Duration.ofMillis(ms(payment) - ms("0s")),
          Duration.ofDays(1));
    }
  }

  @Test
  void anUpdatedCartIsWhatIsReported() {
    assertThat(
            detections(
                new History()
                    .added("0m")
                    .at(
                        "1m",
                        CART_UPDATED,
                        cart(line("hat", 2, "15.00"), line("belt", 1, "20.00")))))
        .singleElement()
        .extracting(ExpectedDetection::lines)
        .isEqualTo(List.of("hat x2", "belt x1"));
  }

  private List<ExpectedDetection> detections(History history) {
    return oracle.detections(history.events());
  }
}
