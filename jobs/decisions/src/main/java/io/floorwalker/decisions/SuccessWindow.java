package io.floorwalker.decisions;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How long after the exposure a success still counts. */
final class SuccessWindow {

  /** Found of an account as a whole. */
  private static final Set<String> COMMITTEE =
      Set.of(
          "single_threaded", "champion_dark", "decision_maker_dark", "coverage_low", "usage_drop");

  private SuccessWindow() {}

  /** Empty where nobody has said what success is. */
  static Optional<Duration> of(String kind) {
    if (kind.equals("checkout_struggle") || kind.equals("incident_recovered")) {
      return Optional.of(Duration.ofHours(24));
    }
    if (kind.endsWith("_abandoned") || kind.equals("intent_reopened")) {
      return Optional.of(Duration.ofDays(3));
    }
    if (COMMITTEE.contains(kind)) {
      return Optional.of(Duration.ofDays(30));
    }
    return kind.startsWith("stakeholder_") ? Optional.of(Duration.ofDays(14)) : Optional.empty();
  }
}
