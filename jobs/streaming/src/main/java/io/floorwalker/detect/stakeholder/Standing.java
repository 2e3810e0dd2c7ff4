package io.floorwalker.detect.stakeholder;

/**
 * How things stood with a contact when that was last written down.
 *
 * @param state active, stale_1, stale_2, stale_3, never_active, away, removed
 * @param at milliseconds
 */
public record Standing(String state, long at) {
  static final String ACTIVE = "active";
  static final String AWAY = "away";
  static final String REMOVED = "removed";
  static final String NEVER_ACTIVE = "never_active";
}
