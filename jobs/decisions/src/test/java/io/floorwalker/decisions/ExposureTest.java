package io.floorwalker.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import io.floorwalker.schema.Phase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposureTest {
  private static final String COST = "    expires_after: 24h";

  // who is exposed

  @Test
  void whoIsTreatedIsExposedByTheAction() throws Exception {
    Verdict verdict = decide(Given.withoutHoldout(), Given.cartAbandoned().build());
    Outcome outcome = exposure(verdict, Given.cartAbandoned().build()).outcome(List.of());
    String action = verdict.actions().get(0).getActionId();
    assertThat(outcome.getActionId()).isEqualTo(action);
    assertThat(outcome.getDecisionId()).isEqualTo(verdict.decision().getDecisionId());
    assertThat(outcome.getOutcomeId()).isEqualTo(Ids.outcome("not_converted", action));
    assertThat(outcome.getCustomerKey()).isEqualTo("c-1");
    assertThat(outcome.getMargin()).as("reaching them cost nothing").isNull();
  }

  @Test
  void whoIsHeldOutIsExposedWithoutAny() throws Exception {
    Verdict verdict =
        decide(Given.policy("percent: 5", "percent: 100"), Given.cartAbandoned().build());
    Outcome outcome = exposure(verdict, Given.cartAbandoned().build()).outcome(List.of());
    assertThat(outcome.getActionId()).isNull();
    assertThat(outcome.getOutcomeId())
        .isEqualTo(Ids.outcome("not_converted", verdict.decision().getDecisionId()));
  }

  @Test
  void inAReplayNobodyIs() throws Exception {
    Detection cart = Given.cartAbandoned().build();
    Verdict verdict =
        new Decider(Given.withoutHoldout(), "decide")
            .decide(cart, Given.replaying(Given.consenting()));
    assertThat(verdict.decision().getExposureAt()).isNotNull();
    assertThat(Exposure.of(cart, verdict)).isEmpty();
  }

  @Test
  void whomARuleOnlyWritesDownIsNot() throws Exception {
    Detection cart = Given.cartAbandoned().build();
    Verdict verdict = decide(Given.policy("mode: live", "mode: shadow"), cart);
    assertThat(Exposure.of(cart, verdict)).isEmpty();
  }

  // what counts

  @ParameterizedTest
  @CsvSource({
    "PT-0.001S, NOT_CONVERTED",
    "PT0S, CONVERTED",
    "PT71H59M59.999S, CONVERTED",
    "PT72H, NOT_CONVERTED"
  })
  void anOrderCountsFromTheExposureToTheEndOfTheWindow(Duration after, OutcomeKind kind)
      throws Exception {
    assertThat(cart().outcome(List.of(order("o-1", after, "10", "4"))).getKind()).isEqualTo(kind);
  }

  @Test
  void aCheckoutIsWaitedForADay() throws Exception {
    Exposure struggle = exposure(Given.struggle().build());
    assertThat(Duration.ofMillis(struggle.until() - struggle.from()))
        .isEqualTo(Duration.ofHours(24));
    assertThat(struggle.closesAt()).isEqualTo(struggle.until());
  }

  @Test
  void theFirstOrderSaysWhenAndAllOfItsCurrencySayHowMuch() throws Exception {
    Outcome outcome =
        cart()
            .outcome(
                List.of(
                    order("o-3", Duration.ofDays(2), "5", "1"),
                    order("o-2", Duration.ofDays(1), "20", "8"),
                    new Achieved(
                        Success.ORDER,
                        "o-4",
                        at(Duration.ofDays(2)),
                        new Worth(new BigDecimal("99"), BigDecimal.ONE, "SEK"))));
    assertThat(outcome.getOrderId()).isEqualTo("o-2");
    assertThat(outcome.getOccurredAt()).isEqualTo(Given.NOW.plus(Duration.ofDays(1)));
    assertThat(outcome.getValue()).isEqualByComparingTo("25");
    assertThat(outcome.getMargin()).isEqualByComparingTo("9");
    assertThat(outcome.getCurrency()).isEqualTo("EUR");
  }

  @Test
  void whatNobodyKnowsIsNotZero() throws Exception {
    Outcome outcome =
        cart()
            .outcome(
                List.of(
                    order("o-1", Duration.ZERO, "20", "8"),
                    order("o-2", Duration.ZERO, "20", null)));
    assertThat(outcome.getValue()).isEqualByComparingTo("40");
    assertThat(outcome.getMargin()).isNull();
  }

  @Test
  void whatItCostComesOffTheMarginAndIsALossElse() throws Exception {
    Detection detection = Given.cartAbandoned().build();
    Policy policy =
        Given.policy("percent: 5", "percent: 0", COST, COST + "\n    contact_cost: 0.50 EUR");
    Exposure exposure = exposure(decide(policy, detection), detection);
    assertThat(exposure.outcome(List.of()).getMargin()).isEqualByComparingTo("-0.50");
    Achieved order = order("o-1", Duration.ZERO, "20", "8");
    assertThat(exposure.outcome(List.of(order)).getMargin()).isEqualByComparingTo("7.50");
    Achieved dollars =
        new Achieved(
            Success.ORDER, "o-1", order.at(), new Worth(BigDecimal.TEN, BigDecimal.ONE, "USD"));
    assertThat(exposure.outcome(List.of(dollars)).getMargin()).as("other money").isNull();
  }

  @Test
  void aContactThatDoesSomethingAgainIsASuccessAndAnOrderOfACustomerIsNot() throws Exception {
    Exposure silence = exposure(Given.stale("1").build());
    assertThat(silence.unit()).isEqualTo("acme|ann");
    assertThat(silence.outcome(List.of(order("o-1", Duration.ZERO, "1", "1"))).getKind())
        .isEqualTo(OutcomeKind.NOT_CONVERTED);
    Achieved active = new Achieved(Success.RETURN, "e-1", at(Duration.ofDays(13)), null);
    Outcome returned = silence.outcome(List.of(active));
    assertThat(returned.getKind()).isEqualTo(OutcomeKind.CONVERTED);
    assertThat(returned.getOrderId()).isNull();
  }

  @Test
  void anAccountIsRestoredWhenItsOwnDetectionIsClosed() throws Exception {
    Detection.Builder dark = Given.detection("champion_dark").setAccountId("acme");
    Exposure exposure = exposure(dark.build());
    Achieved other = restored(dark.setDetectionId("d-2").setPhase(Phase.CLOSED).build());
    Achieved own = restored(dark.setDetectionId("d-1").build());
    assertThat(exposure.outcome(List.of(other)).getKind()).isEqualTo(OutcomeKind.NOT_CONVERTED);
    assertThat(exposure.outcome(List.of(other, own)).getKind()).isEqualTo(OutcomeKind.CONVERTED);
    assertThat(exposure.closesAt())
        .as("another job has to say so")
        .isEqualTo(exposure.until() + Duration.ofDays(1).toMillis());
  }

  @Test
  void onlyAClosedDetectionOfAnAccountRestores() {
    assertThat(Achieved.restored(Given.detection("champion_dark").build())).isEmpty();
    assertThat(Achieved.restored(Given.stale("1").setPhase(Phase.CLOSED).build())).isEmpty();
  }

  private static Exposure cart() throws Exception {
    return exposure(Given.cartAbandoned().build());
  }

  private static Exposure exposure(Detection detection) throws Exception {
    return exposure(decide(Given.withoutHoldout(), detection), detection);
  }

  private static Exposure exposure(Verdict verdict, Detection detection) {
    return Exposure.of(detection, verdict).orElseThrow();
  }

  private static Verdict decide(Policy policy, Detection detection) {
    return new Decider(policy, "decide").decide(detection, Given.consenting());
  }

  private static Achieved restored(Detection detection) {
    return Achieved.restored(detection).orElseThrow();
  }

  private static Achieved order(String id, Duration after, String value, @Nullable String margin) {
    return new Achieved(
        Success.ORDER,
        id,
        at(after),
        new Worth(new BigDecimal(value), margin == null ? null : new BigDecimal(margin), "EUR"));
  }

  private static long at(Duration after) {
    Instant at = Given.NOW.plus(after);
    return at.toEpochMilli();
  }
}
