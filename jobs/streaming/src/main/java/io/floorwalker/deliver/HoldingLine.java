package io.floorwalker.deliver;

/**
 * Where a storm stop stands. Held actions and releases are numbered from 0.
 *
 * @param first number of the first held action
 * @param next number that the next held action takes
 * @param released how many actions were let through so far
 * @param heldAt when an action was held last, milliseconds of wall clock; 0 before any
 */
public record HoldingLine(long first, long next, long released, long heldAt) {

  static HoldingLine empty() {
    return new HoldingLine(0, 0, 0, 0);
  }

  long length() {
    return next - first;
  }

  HoldingLine joined(long now) {
    return new HoldingLine(first, next + 1, released, now);
  }

  HoldingLine left(long now) {
    return new HoldingLine(first + 1, next, released, now);
  }

  HoldingLine letThrough() {
    return new HoldingLine(first, next, released + 1, heldAt);
  }
}
