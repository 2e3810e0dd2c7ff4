package io.floorwalker.decisions;

import java.io.Serializable;

/**
 * How far a rule may go, and on what share of the units.
 *
 * @param percent of the units, 0 to 100; 100 where the rule is no canary
 */
public record Rollout(Reach reach, int percent) implements Serializable {

  /** The share of the units that the rule may act on: 0 to 1. */
  double share() {
    return switch (reach) {
      case OFF, SHADOW -> 0;
      case CANARY -> percent / 100.0;
      case LIVE -> 1;
    };
  }
}
