package io.floorwalker.deliver;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Audience;
import io.floorwalker.schema.Purpose;
import java.time.Duration;
import java.time.Instant;

/** Actions as decide plans them. */
final class Actions {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Actions() {}

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
