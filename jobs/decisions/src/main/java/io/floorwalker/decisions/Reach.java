package io.floorwalker.decisions;

import io.floorwalker.schema.Mode;

/** How far a rule may go. */
public enum Reach {
  OFF,
  /** Decides and writes down, for nobody. */
  SHADOW,
  /** Acts on a share of the units. */
  CANARY,
  LIVE;

  Mode mode() {
    return switch (this) {
      case OFF -> Mode.OFF;
      case SHADOW -> Mode.SHADOW;
      case CANARY -> Mode.CANARY;
      case LIVE -> Mode.LIVE;
    };
  }
}
