package io.floorwalker.oracle;

import static io.floorwalker.contract.EventTypes.CHECKOUT_STARTED;
import static io.floorwalker.contract.EventTypes.CHECKOUT_STEP_VIEWED;
import static io.floorwalker.contract.EventTypes.COUPON_DENIED;
import static io.floorwalker.contract.EventTypes.ELEMENT_CLICKED;
import static io.floorwalker.contract.EventTypes.FIELD_CHANGED;
import static io.floorwalker.contract.EventTypes.FIELD_ERROR;
import static io.floorwalker.contract.EventTypes.FORM_CLEARED;
import static io.floorwalker.contract.EventTypes.ORDER_PLACED;
import static io.floorwalker.contract.EventTypes.PAGE_REACTED;
import static io.floorwalker.contract.EventTypes.PAGE_VIEWED;
import static io.floorwalker.contract.EventTypes.PAGE_VITALS;
import static io.floorwalker.contract.EventTypes.PAYMENT_DECLINED;
import static io.floorwalker.contract.EventTypes.PAYMENT_STARTED;
import static io.floorwalker.contract.EventTypes.SUPPORT_CHAT_OPENED;
import static io.floorwalker.oracle.Families.click;
import static io.floorwalker.oracle.Families.field;
import static io.floorwalker.oracle.Families.form;
import static io.floorwalker.oracle.Families.hard;
import static io.floorwalker.oracle.Families.step;
import static io.floorwalker.oracle.Families.vitals;
import static io.floorwalker.oracle.History.id;
import static io.floorwalker.oracle.History.ms;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signs of what does not come, and what they and their moment do to the score. */
class AbsenceSignalsTest {

  private final StruggleOracle oracle = StruggleOracle.of(StruggleOracleSettings.builtIn());

  @Nested
  class Stall {

    @Test
    void isSaidNinetySecondsAfterTheViewAndBeforeWhatComesThen() {
      History history =
          new History()
              .at("0s", CHECKOUT_STEP_VIEWED, step("address"))
              .at("1m30s", CHECKOUT_STEP_VIEWED, step("shipping"))
              .at("1m31s", PAGE_VIEWED);

      assertThat(signals(history))
          .containsExactly(
              new ExpectedSignal("step_stall", "s-1", ms("1m30s"), "address", List.of("e-1")));
    }

    @ParameterizedTest
    @CsvSource({"1m29.999s, 0", "1m30s, 1"})
    void anyEventInTimeBreaksIt(String next, int found) {
      History history = new History().at("0s", CHECKOUT_STEP_VIEWED, step("a"));

      assertThat(signals(history.at(next, PAGE_VIEWED))).hasSize(found);
    }

    @Test
    void aTypeThatNobodyKnowsIsNoEvent() {
      History history = new History().at("0s", CHECKOUT_STEP_VIEWED, step("a"));

      assertThat(signals(history.at("1s", "page_imagined"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
      "payment_pending, page_viewed, 0",
      "payment_pending, payment_declined, 1",
      "payment_pending, payment_succeeded, 1",
      "order_placed, page_viewed, 0",
    })
    void isPausedByAPendingPaymentAndEndedByAnOrder(String first, String second, int found) {
      History history =
          new History().at("0s", first).at("1s", second).at("2s", CHECKOUT_STEP_VIEWED, step("a"));

      assertThat(signals(history)).hasSize(found);
    }
  }

  @Nested
  class GaveUp {

    @ParameterizedTest
    @CsvSource({
      "20s, page_viewed, 1",
      "59.999s, page_viewed, 1",
      "60s, page_viewed, 0",
      "0s, page_viewed, 0",
      "59.999s, payment_started, 0",
    })
    void isWhoIsStillThereAndDoesNotTryAgain(String at, String type, int found) {
      History history = new History().at("0s", PAYMENT_DECLINED, hard(), id("a"));

      assertThat(signals(history.at(at, type, id("b")))).hasSize(found);
    }

    @Test
    void isNotBrokenByAnAttemptThatComesTooLate() {
      History history =
          new History()
              .at("0s", PAYMENT_DECLINED, hard())
              .at("10s", PAGE_VIEWED)
              .at("60s", PAYMENT_STARTED);

      assertThat(signals(history))
          .containsExactly(
              new ExpectedSignal("payment_gave_up", "s-1", ms("60s"), null, List.of("e-1")));
    }

    @Test
    void isNothingAfterASoftDecline() {
      assertThat(signals(new History().at("0s", PAYMENT_DECLINED).at("10s", PAGE_VIEWED)))
          .isEmpty();
    }
  }

  @Nested
  class DeadClick {

    @ParameterizedTest
    @CsvSource({
      "page_reacted, 2.499s, 0",
      "page_reacted, 2.5s, 1",
      "page_viewed, 2.499s, 0",
      "checkout_step_viewed, 2.499s, 0",
      "script_error, 2.499s, 1",
    })
    void isAClickWithoutAReactionInTime(String type, String at, int found) {
      History history =
          new History().at("0s", PAGE_REACTED).at("1s", ELEMENT_CLICKED, click("#pay", true, null));
      long answered = ms("1s") + ms(at) - ms("0s");
      history.at("0s", type, event -> event.setOccurredAt(Instant.ofEpochMilli(answered)));

      assertThat(signals(history))
          .filteredOn(signal -> signal.kind().equals("dead_click"))
          .hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({"false,, #pay", "true, 80, #pay", "true,, .gallery"})
    void isNoOtherClick(boolean interactive, Integer reaction, String selector) {
      History history =
          new History()
              .at("0s", PAGE_REACTED)
              .at("1s", ELEMENT_CLICKED, click(selector, interactive, reaction));

      assertThat(signals(history)).isEmpty();
    }

    @Test
    void isNothingWhereNoPageHasEverSaidThatItReacts() {
      History history =
          new History().at("0s", ELEMENT_CLICKED, click("#pay", true, null)).at("9s", PAGE_REACTED);

      assertThat(signals(history)).isEmpty();
    }

    @Test
    void isNothingOnASuppressedElement() {
      History history =
          new History().at("0s", PAGE_REACTED).at("1s", ELEMENT_CLICKED, click("#Pay", true, null));
      StruggleOracleSettings.Signals signals =
          new StruggleOracleSettings.Signals(
              Duration.ofMillis(2_500),
              Duration.ofSeconds(90),
              Duration.ofSeconds(60),
              new StruggleOracleSettings.Slow(4_000, 500),
              List.of("pay"));

      assertThat(
              StruggleOracle.of(
                      new StruggleOracleSettings(
                          3_500, Duration.ZERO, Duration.ZERO, signals, Duration.ZERO))
                  .signals(history.events()))
          .isEmpty();
    }
  }

  @Nested
  class SingleSigns {

    @ParameterizedTest
    @CsvSource({"4000, 500, 0", "4001, 0, 1", "0, 501, 1", ", , 0"})
    void aSlowPageIsBeyondTheLimit(Integer lcp, Integer inp, int found) {
      History history =
          new History().at("0s", CHECKOUT_STARTED).at("1s", PAGE_VITALS, vitals(lcp, inp));

      assertThat(signals(history)).hasSize(found);
    }

    @Test
    void aSlowPageBeforeTheCheckoutIsNone() {
      assertThat(signals(new History().at("1s", PAGE_VITALS, vitals(9_000, 9_000)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1m59.999s, pay, 1", "2m, pay, 0", "1m, other, 0"})
    void aFormIsThrashedTwiceInTwoMinutes(String last, String lastForm, int found) {
      History history =
          new History()
              .at("0s", FORM_CLEARED, form("pay"))
              .at("1s", FIELD_CHANGED, form("pay"))
              .at("2s", FORM_CLEARED, form("pay"))
              .at(last, FIELD_CHANGED, form(lastForm));

      assertThat(signals(history)).hasSize(found);
    }
  }

  @Nested
  class Episodes {

    @Test
    void anAbsenceDecidesAtItsTimeForItsEvidence() {
      assertThat(oracle.detections(denied(new History()).events()))
          .singleElement()
          .satisfies(
              found -> {
                assertThat(found.at()).isEqualTo(ms("1m"));
                assertThat(found.lastEvidenceAt()).isEqualTo(ms("40s"));
                assertThat(found.decidingEventId()).isEqualTo("e-1");
                assertThat(found.evidence()).containsExactly("e-2", "e-3", "e-1");
                assertThat(found.scoreMilli()).isEqualTo(3_000 + 1_781);
                assertThat(found.cause()).isEqualTo("payment_gave_up");
              });
    }

    @ParameterizedTest
    @ValueSource(strings = {"50s", "59.999s"})
    void anOrderBeforeThenClosesIt(String at) {
      assertThat(oracle.detections(denied(new History()).at(at, ORDER_PLACED).events())).isEmpty();
    }

    @Test
    void anOrderThenDoesNot() {
      assertThat(oracle.detections(denied(new History()).at("60s", ORDER_PLACED).events()))
          .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"59.999s, 0", "60s, 1"})
    void aChatBeforeThenQuietensIt(String at, int found) {
      assertThat(oracle.detections(denied(new History()).at(at, SUPPORT_CHAT_OPENED).events()))
          .hasSize(found);
    }

    @Test
    void aSignThatComesAtItsTimeCountsAfterIt() {
      History history = new History().at("0s", CHECKOUT_STEP_VIEWED, step("address"));
      history.at("1m30s", FIELD_ERROR, field("zip"));
      history.at("1m31s", FIELD_ERROR, field("zip"));
      history.at("1m32s", FIELD_ERROR, field("zip"));

      assertThat(oracle.detections(history.events()))
          .singleElement()
          .satisfies(
              found -> assertThat(found.evidence()).containsExactly("e-1", "e-2", "e-3", "e-4"));
    }

    /** Two denials 20 s before a payment is given up. */
    private History denied(History history) {
      return history
          .at("0s", PAYMENT_DECLINED, hard())
          .at("30s", COUPON_DENIED)
          .at("40s", COUPON_DENIED);
    }
  }

  private List<ExpectedSignal> signals(History history) {
    return oracle.signals(history.events());
  }
}
