package io.floorwalker.decisions;

import io.floorwalker.contract.Ids;
import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Mode;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Detection in, exactly one decision out, with every candidate and the first gate that said no. A
 * function of its arguments: the same arguments give the same bytes.
 */
public final class Decider implements Serializable {
  private static final long serialVersionUID = 1L;

  /** There are no second attempts yet. */
  static final int ATTEMPT = 1;

  private final Policy policy;
  private final String job;

  /** A decider by this policy; the job's name stands in what it writes. */
  public Decider(Policy policy, String job) {
    this.policy = policy;
    this.job = job;
  }

  public Verdict decide(Detection detection, CustomerContext context) {
    Optional<Weighing> weighing =
        policy.rule(detection).map(rule -> new Weighing(policy, rule, detection, context));
    Decision decision = decision(detection, context);
    weighing.ifPresentOrElse(
        weighed -> {
          enter(decision, detection, weighed);
          decision.setCandidates(Candidates.of(weighed));
        },
        () -> decision.setCandidates(Candidates.ofNoRule()));
    return new Verdict(
        decision,
        actions(decision, detection, context),
        context.with(Features.charge(context.ledger(), decision)));
  }

  /**
   * The decision that this policy makes from what was known at a decision: the same by bytes where
   * the policy is the one that made it.
   */
  public Decision recompute(Detection detection, Decision recorded) {
    List<Treatment> treatments = policy.rule(detection).map(Rule::treatments).orElseGet(List::of);
    return decide(detection, Features.context(recorded, treatments)).decision();
  }

  /**
   * A decision that was made before and is found again stands as it is: its actions too, or those
   * that follow from it where none are found; what it charged is entered. A replay sends nothing.
   */
  public Verdict adopt(
      Detection detection, CustomerContext context, Decision found, List<Action> foundActions) {
    List<Action> actions =
        foundActions.isEmpty() ? actions(found, detection, context) : foundActions;
    return new Verdict(
        found,
        context.replay() ? List.of() : actions,
        context.with(Features.charge(context.ledger(), found)));
  }

  /** None or one; none where the treatment that was chosen is no longer in the policy. */
  private List<Action> actions(Decision decision, Detection detection, CustomerContext context) {
    ActionDraft draft = new ActionDraft(decision, detection);
    return policy.rule(detection).stream()
        .flatMap(rule -> rule.treatments().stream())
        .filter(treatment -> isChosen(treatment, decision))
        .flatMap(treatment -> draft.with(treatment, context.representatives()).stream())
        .toList();
  }

  private static boolean isChosen(Treatment treatment, Decision decision) {
    return decision.getCandidates().stream()
        .anyMatch(row -> row.getChosen() && row.getTreatment().equals(treatment.name()));
  }

  private Decision decision(Detection detection, CustomerContext context) {
    return Decision.newBuilder()
        .setDecisionId(Ids.decision(detection.getDetectionId(), ATTEMPT))
        .setDecidedAt(detection.getDetectedAt())
        .setDetectionId(detection.getDetectionId())
        .setAttempt(ATTEMPT)
        .setSite(detection.getSite())
        .setCustomerKey(detection.getCustomerKey())
        .setAccountId(detection.getAccountId())
        .setContactId(detection.getContactId())
        .setMode(context.replay() ? Mode.REPLAY : Mode.LIVE)
        .setPolicyVersion(policy.version())
        .setFeatures(Features.of(detection, context))
        .setRuleVersion(policy.version())
        .setJob(job)
        .build();
  }

  private static void enter(Decision decision, Detection detection, Weighing weighing) {
    Rule rule = weighing.rule();
    decision.setUnitId(GateKey.of(detection));
    decision.setExperiment(rule.name());
    if (decision.getMode() != Mode.REPLAY) {
      decision.setMode(rule.rollout().reach().mode());
    }
    Map<String, Double> features = decision.getFeatures();
    Features.add(features, weighing);
    weighing
        .exposed()
        .ifPresent(
            treatment -> {
              Instant exposedAt = detection.getDetectedAt();
              decision.setArm(weighing.isHeldOut(treatment) ? "held_out" : "treated");
              decision.setExposureAt(exposedAt);
              SuccessWindow.of(detection.getKind())
                  .ifPresent(window -> decision.setWindowEndsAt(exposedAt.plus(window.length())));
            });
  }
}
