package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.CART_CARRIED_OVER;
import static io.floorwalker.contract.EventTypes.CART_EMPTIED;
import static io.floorwalker.contract.EventTypes.CART_UPDATED;
import static io.floorwalker.contract.EventTypes.CART_VIEWED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STARTED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_LEFT;
import static io.floorwalker.contract.EventTypes.COST_SHOWN;
import static io.floorwalker.contract.EventTypes.COUPON_DENIED;
import static io.floorwalker.contract.EventTypes.COUPON_ENTERED;
import static io.floorwalker.contract.EventTypes.ORDER_PLACED;
import static io.floorwalker.contract.EventTypes.PAGE_VIEWED;
import static io.floorwalker.contract.EventTypes.PAYMENT_DECLINED;
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

import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
          new OracleSettings(KeyBy.CUSTOMER, Duration.ofSeconds(45), Duration.ofDays(7));

      assertThat(AbandonmentOracle.of(quick).detections(new History().added("0m").events()))
          .extracting(ExpectedDetection::detectedAt)
          .containsExactly(ms("45s"));
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

    @ParameterizedTest
    @ValueSource(strings = {CART_UPDATED, CART_CARRIED_OVER})
    void aCartReplacedByAnEmptyOneIsNotAbandoned(String replaced) {
      assertThat(detections(new History().added("0m").at("5m", replaced, cart()))).isEmpty();
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
    @ValueSource(
        strings = {CHECKOUT_STARTED, CHECKOUT_STEP_LEFT, PAYMENT_STARTED, PAYMENT_DECLINED})
    void anIntentBeyondTheCartIsCountedAndNotDetected(String beyond) {
      History history = new History().added("0m").at("5m", beyond).added("10m");

      assertThat(detections(history)).isEmpty();
      assertThat(oracle.deferredStages(history.events())).isEqualTo(1);
    }

    @Test
    void anIntentThatOpensAtTheCheckoutIsDeferredToo() {
      History history = new History().at("0m", CHECKOUT_STARTED);

      assertThat(detections(history)).isEmpty();
      assertThat(oracle.deferredStages(history.events())).isEqualTo(1);
    }

    @Test
    void anOrderedCheckoutIsNotCounted() {
      History history = new History().added("0m").at("5m", CHECKOUT_STARTED);
      history.at("10m", ORDER_PLACED);

      assertThat(oracle.deferredStages(history.events())).isZero();
    }

    @Test
    void aCheckoutReachedTooLateDoesNotRaiseTheStageOfTheIntentBefore() {
      History history = new History().added("0m").at("30m", CHECKOUT_STARTED);

      assertThat(detections(history)).hasSize(1);
      assertThat(oracle.deferredStages(history.events())).isEqualTo(1);
    }

    @Test
    void theNextIntentStartsAgainAtItsOwnStage() {
      History history = new History().added("0m").at("5m", PAYMENT_STARTED).added("2h");

      assertThat(detections(history))
          .extracting(ExpectedDetection::firstEvidenceAt)
          .containsExactly(ms("2h"));
      assertThat(oracle.deferredStages(history.events())).isEqualTo(1);
    }

    @Test
    void costShownIsNoCheckoutActivity() {
      History history = new History().added("0m").at("5m", COST_SHOWN);

      assertThat(detections(history)).hasSize(1);
      assertThat(oracle.deferredStages(history.events())).isZero();
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

    @Test
    void aCartForgottenBeforeItCountsIsRefused() {
      assertThatThrownBy(
              () -> new OracleSettings(KeyBy.SESSION, Duration.ofDays(2), Duration.ofDays(1)))
          .hasMessageContaining("give at least it");
    }

    @Test
    void aTimeOfZeroIsRefused() {
      assertThatThrownBy(() -> new OracleSettings(KeyBy.SESSION, Duration.ZERO, Duration.ofDays(1)))
          .hasMessageContaining("at least 1 ms");
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
