package io.floorwalker.decisions;

import io.floorwalker.schema.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a decision: every treatment of the rule in its order, and doing nothing. */
final class Candidates {

  private Candidates() {}

  static List<Candidate> of(Weighing weighing) {
    List<Candidate> rows = new ArrayList<>();
    boolean somethingIsDone = false;
    double propensity = 0;
    for (Treatment treatment : weighing.rule().treatments()) {
      Candidate row = row(treatment, weighing);
      rows.add(row);
      somethingIsDone |= row.getChosen();
      propensity += row.getPropensity();
    }
    Candidate nothing = nothing(somethingIsDone ? Gate.LOWER_PRIORITY : null);
    nothing.setWouldChoose(weighing.best().isEmpty());
    nothing.setPropensity(1 - propensity);
    rows.add(nothing);
    return rows;
  }

  static List<Candidate> ofNoRule() {
    Candidate nothing = nothing(Gate.NO_RULE);
    nothing.setChosen(true);
    nothing.setWouldChoose(true);
    nothing.setPropensity(1.0);
    List<Candidate> rows = new ArrayList<>();
    rows.add(nothing);
    return rows;
  }

  private static Candidate row(Treatment treatment, Weighing weighing) {
    Optional<Gate> gate = weighing.gate(treatment);
    Candidate row =
        Candidate.newBuilder()
            .setTreatment(treatment.name())
            .setAudience(treatment.route().audience())
            .setPurpose(treatment.purpose())
            .setEligible(weighing.isEligible(treatment))
            .setGate(gate.map(Gate::word).orElse(null))
            .setChosen(gate.isEmpty())
            .setWouldChoose(weighing.best().filter(treatment::equals).isPresent())
            .setPropensity(weighing.propensity(treatment))
            .setConsentRef(weighing.consent(treatment).map(KnownConsent::reference).orElse(null))
            .build();
    ContactCost cost = treatment.cost();
    if (cost != null) {
      row.setContactCost(cost.amount());
      row.setCurrency(cost.currency());
    }
    return row;
  }

  private static Candidate nothing(@Nullable Gate gate) {
    return Candidate.newBuilder()
        .setTreatment(Treatment.DO_NOTHING)
        .setEligible(true)
        .setGate(gate == null ? null : gate.word())
        .setChosen(gate == null)
        .build();
  }
}
