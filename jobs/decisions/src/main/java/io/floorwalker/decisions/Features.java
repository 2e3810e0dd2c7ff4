package io.floorwalker.decisions;

import io.floorwalker.schema.Candidate;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was known when a decision was made, as numbers that are stored with it, and back again. With
 * the texts that stand in the candidates they are all that a decision depends on.
 */
final class Features {
  private static final String REPLAY = "run.replay";
  private static final String DEFAULT_MARKETING = "consent_default.marketing";
  private static final String DEFAULT_SALES = "consent_default.sales";
  private static final String DEFAULT_PROFILING = "consent_default.profiling";
  private static final String CONSENT = "consent.";
  private static final String CHARGES = "charges.";
  private static final String CHARGED = "charged.";

  private Features() {}

  /** What was known whatever the rule. */
  static Map<String, Double> of(Detection detection, CustomerContext context) {
    Map<String, Double> features = new TreeMap<>();
    features.put(REPLAY, number(context.replay()));
    features.put(DEFAULT_MARKETING, number(context.defaults().marketing()));
    features.put(DEFAULT_SALES, number(context.defaults().sales()));
    features.put(DEFAULT_PROFILING, number(context.defaults().profiling()));
    if (detection.getScore() != null) {
      features.put("detection.score", detection.getScore());
    }
    if (detection.getValue() != null) {
      features.put("detection.value", detection.getValue().doubleValue());
    }
    return features;
  }

  /** Adds what the rule's candidates were weighed by. */
  static void add(Map<String, Double> features, Weighing weighing) {
    features.put("holdout.lot", weighing.holdoutLot());
    features.put("canary.lot", weighing.canaryLot());
    for (Treatment treatment : weighing.rule().treatments()) {
      if (treatment.reachesCustomer()) {
        features.put(CHARGES + treatment.channel(), (double) weighing.charges(treatment));
      }
      if (treatment.needsConsent()) {
        weighing
            .consent(treatment)
            .ifPresent(known -> features.put(consent(treatment), number(known.granted())));
      }
    }
    weighing.charged().ifPresent(channel -> features.put(CHARGED + channel, 1.0));
  }

  /** The ledger with what this decision charged, at the time when it left or would have left. */
  static Ledger charge(Ledger ledger, Decision decision) {
    if (decision.getExposureAt() == null) {
      return ledger;
    }
    Ledger after = ledger;
    for (String name : new TreeMap<>(decision.getFeatures()).keySet()) {
      if (name.startsWith(CHARGED)) {
        after =
            after.charge(name.substring(CHARGED.length()), decision.getExposureAt().toEpochMilli());
      }
    }
    return after;
  }

  /** What was known when this decision was made. */
  static CustomerContext context(Decision decision, Iterable<Treatment> treatments) {
    Map<String, Double> features = decision.getFeatures();
    return new CustomerContext(
        consents(decision, treatments),
        new ConsentDefaults(
            flag(features, DEFAULT_MARKETING),
            flag(features, DEFAULT_SALES),
            flag(features, DEFAULT_PROFILING)),
        ledger(features, decision.getDecidedAt().toEpochMilli()),
        null,
        flag(features, REPLAY));
  }

  private static Map<String, KnownConsent> consents(
      Decision decision, Iterable<Treatment> treatments) {
    Map<String, String> references = new HashMap<>();
    for (Candidate candidate : decision.getCandidates()) {
      references.put(candidate.getTreatment(), candidate.getConsentRef());
    }
    Map<String, KnownConsent> consents = new HashMap<>();
    for (Treatment treatment : treatments) {
      String reference = references.get(treatment.name());
      if (reference != null) {
        consents.put(
            CustomerContext.consentKey(treatment.purpose(), treatment.channel()),
            new KnownConsent(flag(decision.getFeatures(), consent(treatment)), reference));
      }
    }
    return consents;
  }

  private static Ledger ledger(Map<String, Double> features, long at) {
    Ledger ledger = Ledger.EMPTY;
    for (Map.Entry<String, Double> feature : features.entrySet()) {
      if (feature.getKey().startsWith(CHARGES)) {
        String channel = feature.getKey().substring(CHARGES.length());
        for (Long charge : Collections.nCopies(feature.getValue().intValue(), at)) {
          ledger = ledger.charge(channel, charge);
        }
      }
    }
    return ledger;
  }

  private static String consent(Treatment treatment) {
    return CONSENT + CustomerContext.consentKey(treatment.purpose(), treatment.channel());
  }

  private static boolean flag(Map<String, Double> features, String name) {
    return features.getOrDefault(name, 0.0) == 1.0;
  }

  private static double number(boolean flag) {
    return flag ? 1.0 : 0.0;
  }
}
