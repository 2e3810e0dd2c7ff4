package io.floorwalker.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Detection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

  @ParameterizedTest
  @CsvSource({
    "payment_declined, card declined twice at payment",
    "rage_click, clicked one place again and again at payment",
    "login_loop, sign-in failed three times at payment",
    "payment_gave_up, 'card declined for good, and no other tried at payment'",
    "something_new, something new at payment",
    ", struggles at payment"
  })
  void aStruggleSaysWhatHappenedAndWhere(String cause, String reason) {
    assertThat(reason(Given.struggle().setCause(cause))).isEqualTo(reason);
  }

  @Test
  void aFieldIsNamedByItsNameAndAStageStandsInForTheStep() {
    assertThat(reason(Given.struggle().setCause("field_loop").setField("zip").setStep(null)))
        .isEqualTo("a field was refused three times (zip) at payment");
    assertThat(reason(Given.struggle().setStep(null).setStage(null)))
        .isEqualTo("card declined twice");
  }

  @Test
  void aCartSaysHowLongItStoodAndWhatItIsWorth() {
    assertThat(reason(Given.cartAbandoned())).isEqualTo("cart left for 30 minutes");
    assertThat(reason(Given.cartAbandoned().setValue(new BigDecimal("88.0000")).setCurrency("EUR")))
        .isEqualTo("cart left for 30 minutes, worth 88.00 EUR");
  }

  @ParameterizedTest
  @CsvSource({
    "price_drop, left in a cart and cheaper now: shoes x1",
    "back_in_stock, left in a cart and back in stock: shoes x1",
    "low_stock, left in a cart and nearly gone: shoes x1"
  })
  void anItemThatWasLeftSaysWhatBecameOfIt(String cause, String reason) {
    assertThat(
            reason(
                Given.cartAbandoned()
                    .setKind("intent_reopened")
                    .setCause(cause)
                    .setLines(List.of("shoes x1"))))
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, no activity",
    "PT45S, no activity for 45 seconds",
    "PT119S, no activity for 119 seconds",
    "PT2M, no activity for 2 minutes",
    "PT2H, no activity for 2 hours",
    "PT47H, no activity for 47 hours",
    "PT48H, no activity for 2 days",
    "P14D, no activity for 14 days"
  })
  void silenceIsSaidInTheUnitThatPeopleWouldUse(Duration silence, String start) {
    assertThat(
            reason(Given.stale("1").setLastEvidenceAt(Given.NOW.minus(silence)))
                .replaceAll(", last seen .*", ""))
        .isEqualTo(start);
  }

  @ParameterizedTest
  @CsvSource({
    "single_threaded, only one contact is active for 14 days",
    "champion_dark, the champion is silent for 14 days",
    "decision_maker_dark, the decision maker is silent for 14 days",
    "coverage_low, nobody active for 14 days as user",
    "usage_drop, the contacts use the portal much less than they did"
  })
  void anAccountSaysWhatIsWrongWithIt(String kind, String reason) {
    assertThat(
            reason(
                Given.detection(kind)
                    .setCause("user")
                    .setLastEvidenceAt(Given.NOW.minus(Duration.ofDays(14)))))
        .isEqualTo(reason);
  }

  private static String reason(Detection.Builder detection) {
    return Reason.of(detection.build());
  }
}
