package io.floorwalker.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Occasion;
import io.floorwalker.schema.Phase;
import io.floorwalker.schema.Purpose;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WithdrawalTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  @Test
  void whatWasTakenBackIsCancelledWhoeverWasToBeReached() {
    for (Audience audience : new Audience[] {Audience.CUSTOMER, Audience.INTERNAL}) {
      Action over = Withdrawal.after(action(audience), word(Phase.RETRACTED)).orElseThrow();
      assertThat(over.getStatus()).isEqualTo("cancelled");
      assertThat(over.getReason()).isEqualTo("retracted");
      assertThat(over.getVersion()).isEqualTo(2);
      assertThat(over.getChangedAt()).isEqualTo(AT.plusSeconds(60));
      assertThat(over.getCreatedAt()).isEqualTo(AT);
    }
  }

  @Test
  void whatIsOverIsResolvedForStaffOnly() {
    assertThat(Withdrawal.after(action(Audience.INTERNAL), word(Phase.CLOSED)))
        .hasValueSatisfying(over -> assertThat(over.getStatus()).isEqualTo("resolved"));
    assertThat(Withdrawal.after(action(Audience.CUSTOMER), word(Phase.CLOSED))).isEmpty();
  }

  @Test
  void whatIsOverOrIsSaidAgainStaysAsItIs() {
    Action over = Withdrawal.after(action(Audience.INTERNAL), word(Phase.CLOSED)).orElseThrow();
    assertThat(Withdrawal.after(over, word(Phase.RETRACTED))).isEmpty();
    assertThat(Withdrawal.after(action(Audience.CUSTOMER), word(Phase.OPENED))).isEmpty();
  }

  @Test
  void onlyAHigherStageSupersedes() {
    Action checkout = action(Audience.CUSTOMER);
    assertThat(Withdrawal.superseded(checkout, left("payment_abandoned", AT)))
        .hasValueSatisfying(over -> assertThat(over.getReason()).isEqualTo("superseded"));
    assertThat(Withdrawal.superseded(checkout, left("checkout_abandoned", AT))).isEmpty();
    assertThat(Withdrawal.superseded(checkout, left("cart_abandoned", AT))).isEmpty();
    assertThat(Withdrawal.superseded(checkout, left("checkout_struggle", AT))).isEmpty();
  }

  @Test
  void neitherAnOlderOneNorWhatIsGoneOrAboutSomethingElseIsSuperseded() {
    Detection payment = left("payment_abandoned", AT);
    Action checkout = action(Audience.CUSTOMER);
    assertThat(Withdrawal.superseded(checkout, left("payment_abandoned", AT.minusMillis(1))))
        .isEmpty();
    assertThat(
            Withdrawal.superseded(Action.newBuilder(checkout).setStatus("sent").build(), payment))
        .isEmpty();
    Action help =
        Action.newBuilder(checkout)
            .setOccasion(
                Occasion.newBuilder(checkout.getOccasion()).setKind("checkout_struggle").build())
            .build();
    assertThat(Withdrawal.superseded(help, payment)).isEmpty();
    assertThat(
            Withdrawal.superseded(Action.newBuilder(checkout).setOccasion(null).build(), payment))
        .isEmpty();
  }

  private static Action action(Audience audience) {
    return Action.newBuilder()
        .setActionId("a-1")
        .setChangedAt(AT)
        .setCreatedAt(AT)
        .setStatus("planned")
        .setDecisionId("x-1")
        .setDetectionId("d-1")
        .setTreatment("send_reminder")
        .setAudience(audience)
        .setPurpose(Purpose.MARKETING)
        .setRecipientRef("customer:c-1")
        .setScheduledAt(AT)
        .setExpiresAt(AT.plusSeconds(3600))
        .setReason("checkout left")
        .setOccasion(
            Occasion.newBuilder()
                .setKind("checkout_abandoned")
                .setDetectedAt(AT)
                .setFirstEvidenceAt(AT)
                .setLastEvidenceAt(AT)
                .build())
        .setRuleVersion("1")
        .setJob("decide")
        .build();
  }

  private static Detection word(Phase phase) {
    return Detection.newBuilder(left("checkout_abandoned", AT.plusSeconds(60)))
        .setPhase(phase)
        .setVersion(2)
        .build();
  }

  private static Detection left(String kind, Instant at) {
    return Detection.newBuilder()
        .setDetectionId("d-1")
        .setKind(kind)
        .setPhase(Phase.OPENED)
        .setDetectedAt(at)
        .setKey("c-1")
        .setSite("shop")
        .setFirstEvidenceAt(at)
        .setLastEvidenceAt(at)
        .setRule(kind)
        .setRuleVersion("1")
        .setJob("cart-abandonment")
        .build();
  }
}
