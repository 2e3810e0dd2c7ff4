package io.floorwalker.decisions;

import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Purpose;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Detections, policies and contexts of tests. */
final class Given {
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  /** Nobody knows anything about the customer. */
  static final CustomerContext NOTHING =
      new CustomerContext(Map.of(), ConsentDefaults.DENIED, Ledger.EMPTY, null, false);

  private Given() {}

  static Detection.Builder struggle() {
    return customer("checkout_struggle")
        .setStage("payment")
        .setStep("payment")
        .setCause("payment_declined")
        .setScore(4.0);
  }

  static Detection.Builder cartAbandoned() {
    return customer("cart_abandoned").setLastEvidenceAt(NOW.minus(Duration.ofMinutes(30)));
  }

  static Detection.Builder stale(String step) {
    return detection("stakeholder_stale")
        .setKey("acme|ann")
        .setAccountId("acme")
        .setContactId("ann")
        .setStep(step)
        .setLastEvidenceAt(NOW.minus(Duration.ofDays(7)));
  }

  static Detection.Builder detection(String kind) {
    return Detection.newBuilder()
        .setDetectionId("d-1")
        .setKind(kind)
        .setDetectedAt(NOW)
        .setKey("c-1")
        .setSite("shop")
        .setFirstEvidenceAt(NOW)
        .setLastEvidenceAt(NOW)
        .setEvidenceReceivedAt(NOW.plusMillis(20))
        .setRule(kind)
        .setRuleVersion("1")
        .setJob("test");
  }

  private static Detection.Builder customer(String kind) {
    return detection(kind).setCustomerKey("c-1").setSessionId("s-1");
  }

  /** Consent to marketing by mail. */
  static CustomerContext consenting() {
    return consent(true);
  }

  static CustomerContext consent(boolean granted) {
    return new CustomerContext(
        Map.of(
            CustomerContext.consentKey(Purpose.MARKETING, "email"),
            new KnownConsent(granted, "consent-7")),
        ConsentDefaults.DENIED,
        Ledger.EMPTY,
        null,
        false);
  }

  static CustomerContext reached(CustomerContext context, String channel, Instant at) {
    return context.with(context.ledger().charge(channel, at.toEpochMilli()));
  }

  static CustomerContext replaying(CustomerContext context) {
    return new CustomerContext(
        context.consents(), context.defaults(), context.ledger(), context.representatives(), true);
  }

  static CustomerContext lookedAfterBy(String owner, String manager) {
    return new CustomerContext(
        Map.of(), ConsentDefaults.DENIED, Ledger.EMPTY, new Representatives(owner, manager), false);
  }

  /** The built-in policy with its texts replaced: old, new, old, new. */
  static Policy policy(String... replacements) throws Exception {
    String text =
        new String(
            Given.class.getResourceAsStream(Policies.BUILT_IN).readAllBytes(),
            java.nio.charset.StandardCharsets.UTF_8);
    for (int index = 0; index < replacements.length; index += 2) {
      if (!text.contains(replacements[index])) {
        throw new IllegalArgumentException("the built-in policy has no " + replacements[index]);
      }
      text = text.replace(replacements[index], replacements[index + 1]);
    }
    return PolicyText.read("test.yaml", new StringReader(text));
  }

  /** The built-in policy with nobody held out. */
  static Policy withoutHoldout() throws Exception {
    return policy("percent: 5", "percent: 0");
  }

  static Candidate candidate(Decision decision, String treatment) {
    return decision.getCandidates().stream()
        .filter(candidate -> candidate.getTreatment().equals(treatment))
        .findFirst()
        .orElseThrow();
  }

  static String chosen(Decision decision) {
    return decision.getCandidates().stream()
        .filter(Candidate::getChosen)
        .map(Candidate::getTreatment)
        .reduce((one, two) -> one + " and " + two)
        .orElse("none");
  }
}
