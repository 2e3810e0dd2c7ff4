package io.floorwalker.decisions;

import java.time.Duration;
import java.util.Optional;

/** How long after the exposure a success still counts. */
final class SuccessWindow {

  private SuccessWindow() {}

  /** Empty where nobody has said what success is. */
  static Optional<Duration> of(String kind) {
    if (kind.equals("checkout_struggle")) {
      return Optional.of(Duration.ofHours(24));
    }
    if (kind.endsWith("_abandoned")) {
      return Optional.of(Duration.ofDays(3));
    }
    return kind.startsWith("stakeholder_") ? Optional.of(Duration.ofDays(14)) : Optional.empty();
  }
}
