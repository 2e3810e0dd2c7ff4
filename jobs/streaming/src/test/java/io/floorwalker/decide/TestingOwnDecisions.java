package io.floorwalker.decide;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The topics that decide writes, as lists. */
final class TestingOwnDecisions implements OwnDecisions {
  private static final long serialVersionUID = 1L;

  private final ArrayList<Decision> decisions = new ArrayList<>();
  private final ArrayList<Action> actions = new ArrayList<>();
  private final boolean mayBeAsked;

  private TestingOwnDecisions(boolean mayBeAsked) {
    this.mayBeAsked = mayBeAsked;
  }

  static TestingOwnDecisions of(List<Decision> decisions, List<Action> actions) {
    TestingOwnDecisions own = new TestingOwnDecisions(true);
    own.decisions.addAll(decisions);
    own.actions.addAll(actions);
    return own;
  }

  /** Of a job that never ran. */
  static TestingOwnDecisions none() {
    return of(List.of(), List.of());
  }

  /** For a run that has no reason to ask. */
  static TestingOwnDecisions notToBeAsked() {
    return new TestingOwnDecisions(false);
  }

  @Override
  public Map<String, OwnDecision> since(Instant time, Predicate<String> mine) {
    if (!mayBeAsked) {
      throw new IllegalStateException("a replay from empty state has nothing to adopt");
    }
    Map<String, OwnDecision> found = new HashMap<>();
    for (Decision decision : decisions) {
      List<Action> own =
          actions.stream()
              .filter(action -> action.getDecisionId().equals(decision.getDecisionId()))
              .limit(1)
              .toList();
      found.putIfAbsent(decision.getDetectionId(), new OwnDecision(decision, own));
    }
    return found;
  }
}
