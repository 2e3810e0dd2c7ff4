package io.floorwalker.local;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import io.floorwalker.schema.Phase;
import io.floorwalker.schema.Signal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as the jobs of the demo write them, about one moment. */
final class TestingRecords {

  static final Instant TOUCHED = Instant.parse("2026-03-01T08:40:22Z");
  static final Instant FOUND = TOUCHED.plusSeconds(45);

  private TestingRecords() {}

  static CustomerEvent event(String session, int second) {
    return CustomerEvent.newBuilder()
        .setEventId(session + "-" + second)
        .setSessionId(session)
        .setCustomerKey(session)
        .setOccurredAt(TOUCHED.plusSeconds(second))
        .setType("page_viewed")
        .build();
  }

  static Signal signal(String id, String kind) {
    return Signal.newBuilder()
        .setSignalId(id)
        .setOccurredAt(TOUCHED)
        .setKind(kind)
        .setSessionId("s-1")
        .setWeight(1)
        .setRuleVersion("1")
        .setJob("checkout-struggle")
        .build();
  }

  static Detection cart(String id, String key) {
    return detection(id, "cart_abandoned", key);
  }

  static Detection detection(String id, String kind, String key) {
    return Detection.newBuilder()
        .setDetectionId(id)
        .setKind(kind)
        .setPhase(Phase.OPENED)
        .setDetectedAt(FOUND)
        .setKey(key)
        .setCustomerKey(key)
        .setLines(List.of("shoes x1"))
        .setFirstEvidenceAt(TOUCHED)
        .setLastEvidenceAt(TOUCHED)
        .setEvidence(List.of("e-1"))
        .setRule(kind)
        .setRuleVersion("1")
        .setJob("cart-abandonment")
        .build();
  }

  static Detection struggle(String id, String key, String cause, String step) {
    Detection struggle = detection(id, "checkout_struggle", key);
    struggle.setCause(cause);
    struggle.setStep(step);
    struggle.setLastEvidenceAt(FOUND);
    return struggle;
  }

  static Candidate candidate(String treatment, boolean chosen, @Nullable String gate) {
    return Candidate.newBuilder()
        .setTreatment(treatment)
        .setChosen(chosen)
        .setEligible(gate == null)
        .setGate(gate)
        .build();
  }

  static Decision decision(String id, String detection, Candidate... candidates) {
    return Decision.newBuilder()
        .setDecisionId(id)
        .setDetectionId(detection)
        .setDecidedAt(FOUND)
        .setCustomerKey("anna")
        .setCandidates(List.of(candidates))
        .setPolicyVersion("1")
        .setRuleVersion("1")
        .setJob("decide")
        .build();
  }

  static Action action(String id, String detection, String treatment, String channel) {
    return Action.newBuilder()
        .setActionId(id)
        .setChangedAt(FOUND)
        .setCreatedAt(FOUND)
        .setStatus("planned")
        .setDecisionId("decision-of-" + detection)
        .setDetectionId(detection)
        .setTreatment(treatment)
        .setChannel(channel)
        .setCustomerKey("anna")
        .setRecipientRef("anna")
        .setScheduledAt(FOUND)
        .setExpiresAt(FOUND.plusSeconds(120))
        .setRuleVersion("1")
        .setJob("decide")
        .build();
  }

  static Outcome outcome(String id, String action, OutcomeKind kind) {
    return Outcome.newBuilder()
        .setOutcomeId(id)
        .setOccurredAt(FOUND)
        .setKind(kind)
        .setDecisionId("decision")
        .setActionId(action)
        .setCustomerKey("anna")
        .setJob("deliver")
        .build();
  }
}
