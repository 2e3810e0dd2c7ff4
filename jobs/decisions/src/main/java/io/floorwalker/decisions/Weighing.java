package io.floorwalker.decisions;

import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Phase;
import java.util.Optional;

/** One detection against one rule: which gate says what to which treatment. */
final class Weighing {
  private final Policy policy;
  private final Rule rule;
  private final Detection detection;
  private final CustomerContext context;

  Weighing(Policy policy, Rule rule, Detection detection, CustomerContext context) {
    this.policy = policy;
    this.rule = rule;
    this.detection = detection;
    this.context = context;
  }

  Rule rule() {
    return rule;
  }

  /** The first gate that says no; empty where the treatment is carried out. */
  Optional<Gate> gate(Treatment treatment) {
    return stopped()
        .or(() -> ownGate(treatment))
        .or(() -> isBest(treatment) ? Optional.empty() : Optional.of(Gate.LOWER_PRIORITY))
        .or(() -> isHeldOut(treatment) ? Optional.of(Gate.HELD_OUT) : Optional.empty())
        .or(() -> context.replay() ? Optional.of(Gate.REPLAY) : Optional.empty());
  }

  /** Whether nothing but mode, priority and holdout can say no. */
  boolean isEligible(Treatment treatment) {
    return ownGate(treatment).isEmpty();
  }

  /** What would be done without holdout and mode. */
  Optional<Treatment> best() {
    return rule.treatments().stream().filter(this::isEligible).findFirst();
  }

  /** What is done or would be done but for the holdout: its unit counts in the experiment. */
  Optional<Treatment> exposed() {
    return stopped().isPresent() ? Optional.empty() : best();
  }

  boolean isHeldOut(Treatment treatment) {
    return holdoutLot() < holdoutShare(treatment);
  }

  /** The probability that exactly this treatment was carried out. */
  double propensity(Treatment treatment) {
    boolean nobody = context.replay() || toldNotTo().isPresent() || !isBest(treatment);
    return nobody ? 0 : rule.rollout().share() * (1 - holdoutShare(treatment));
  }

  /** The channel on which the person is reached, or would be; a held-out unit is charged alike. */
  Optional<String> charged() {
    return exposed().filter(Treatment::reachesCustomer).map(Treatment::channel);
  }

  Optional<KnownConsent> consent(Treatment treatment) {
    return treatment.needsConsent() ? context.consent(treatment) : Optional.empty();
  }

  int charges(Treatment treatment) {
    return context.ledger().fullest(treatment.channel(), detection.getDetectedAt().toEpochMilli());
  }

  double holdoutLot() {
    return lot("holdout");
  }

  double canaryLot() {
    return lot("canary");
  }

  private Optional<Gate> stopped() {
    if (rule.rollout().reach() == Reach.OFF) {
      return Optional.of(Gate.MODE_OFF);
    }
    Optional<Gate> toldNotTo = toldNotTo();
    if (toldNotTo.isPresent()) {
      return toldNotTo;
    }
    return switch (rule.rollout().reach()) {
      case OFF -> Optional.of(Gate.MODE_OFF);
      case SHADOW -> Optional.of(Gate.MODE_SHADOW);
      case CANARY ->
          canaryLot() < rule.rollout().share() ? Optional.empty() : Optional.of(Gate.MODE_CANARY);
      case LIVE -> Optional.empty();
    };
  }

  private Optional<Gate> ownGate(Treatment treatment) {
    if (detection.getPhase() != Phase.OPENED) {
      return Optional.of(Gate.PHASE);
    }
    if (!rule.scope().actsAt(detection)) {
      return Optional.of(Gate.NOT_ACTIONABLE);
    }
    if (treatment.route().addressee().of(detection, context.representatives()).isEmpty()) {
      return Optional.of(Gate.NO_RECIPIENT);
    }
    if (!context.agreedTo(treatment)) {
      return Optional.of(Gate.NO_CONSENT);
    }
    if (isDuringIncident() && treatment.waitsForOutages()) {
      return Optional.of(Gate.PART_OF_INCIDENT);
    }
    return treatment.reachesCustomer() && charges(treatment) >= policy.perChannelPerDay()
        ? Optional.of(Gate.CAP_CHANNEL)
        : Optional.empty();
  }

  private boolean isDuringIncident() {
    return detection.getIncidentId() != null && !detection.getKind().equals("incident_recovered");
  }

  private boolean isBest(Treatment treatment) {
    return best().filter(treatment::equals).isPresent();
  }

  /** The detection itself may say that nobody is to act on it. */
  private Optional<Gate> toldNotTo() {
    String reason = detection.getReason();
    return switch (reason == null ? "" : reason) {
      case "warm_up" -> Optional.of(Gate.WARM_UP);
      case "bulk_load" -> Optional.of(Gate.BULK_LOAD);
      default -> Optional.empty();
    };
  }

  private double holdoutShare(Treatment treatment) {
    return treatment.reachesCustomer() ? rule.holdoutPercent() / 100.0 : 0;
  }

  private double lot(String purpose) {
    return Draw.of(purpose, policy.holdout().salt(), rule.name(), GateKey.of(detection));
  }
}
