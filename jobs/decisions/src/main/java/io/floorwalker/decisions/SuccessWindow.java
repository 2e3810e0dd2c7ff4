package io.floorwalker.decisions;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What is waited for after an exposure.
 *
 * @param length how long it still counts
 */
record SuccessWindow(Success success, Duration length) {

  /** Found of an account as a whole. */
  private static final Set<String> COMMITTEE =
      Set.of(
          "single_threaded", "champion_dark", "decision_maker_dark", "coverage_low", "usage_drop");

  /** Empty where nobody has said what success is. */
  static Optional<SuccessWindow> of(String kind) {
    if (kind.equals("checkout_struggle") || kind.equals("incident_recovered")) {
      return Optional.of(new SuccessWindow(Success.ORDER, Duration.ofHours(24)));
    }
    if (kind.endsWith("_abandoned") || kind.equals("intent_reopened")) {
      return Optional.of(new SuccessWindow(Success.ORDER, Duration.ofDays(3)));
    }
    if (COMMITTEE.contains(kind)) {
      return Optional.of(new SuccessWindow(Success.RESTORED, Duration.ofDays(30)));
    }
    return kind.startsWith("stakeholder_")
        ? Optional.of(new SuccessWindow(Success.RETURN, Duration.ofDays(14)))
        : Optional.empty();
  }
}
