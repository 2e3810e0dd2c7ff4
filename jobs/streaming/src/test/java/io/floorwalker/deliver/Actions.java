package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Occasion;
import io.floorwalker.schema.Purpose;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Actions as decide plans them. */
final class Actions {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Actions() {}

  /** Found at noon, since ten minutes, worth 79 EUR. */
  static Occasion.Builder occasion(String kind) {
    return Occasion.newBuilder()
        .setKind(kind)
        .setDetectedAt(NOON)
        .setFirstEvidenceAt(NOON.minus(Duration.ofMinutes(10)))
        .setLastEvidenceAt(NOON)
        .setStep("payment")
        .setValue(new BigDecimal("79.0000"))
        .setCurrency("EUR");
  }

  /** Planned at noon for the channel chat, good for two minutes. */
  static Action.Builder planned(String id) {
    return Action.newBuilder()
        .setActionId(id)
        .setChangedAt(NOON)
        .setCreatedAt(NOON)
        .setStatus("planned")
        .setDecisionId("d-" + id)
        .setDetectionId("x-" + id)
        .setTreatment("offer_chat")
        .setVariant("short")
        .setChannel("chat")
        .setAudience(Audience.CUSTOMER)
        .setPurpose(Purpose.SERVICE)
        .setSite("shop")
        .setCustomerKey("u-1")
        .setRecipientRef("customer:u-1")
        .setScheduledAt(NOON)
        .setExpiresAt(NOON.plus(Duration.ofMinutes(2)))
        .setRuleVersion("1")
        .setJob("decide");
  }
}
