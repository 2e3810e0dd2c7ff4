package io.floorwalker.local;

import io.floorwalker.schema.Action;
import io.floorwalker.schema.Outcome;
import io.floorwalker.schema.OutcomeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long it took from what happened to the offer that a page shows. For one thread. */
final class OnPage {

  private static final int REMEMBERED = 10_000;

  private final Recent<Instant> causes = new Recent<>(REMEMBERED);
  private final Latencies delays = new Latencies();

  void planned(Action action) {
    causes.put(action.getActionId(), action.getCreatedAt());
  }

  /** Milliseconds; empty for another outcome, or one of an action before the beginning. */
  Optional<Long> shown(Outcome outcome) {
    Instant cause = causes.get(String.valueOf(outcome.getActionId()));
    if (cause == null || outcome.getKind() != OutcomeKind.SHOWN) {
      return Optional.empty();
    }
    long millis = Duration.between(cause, outcome.getOccurredAt()).toMillis();
    delays.add(millis);
    return Optional.of(millis);
  }

  Latencies.Summary summary() {
    return delays.summary();
  }
}
