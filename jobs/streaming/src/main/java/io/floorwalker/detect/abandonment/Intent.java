package io.floorwalker.detect.abandonment;

/**
 * The wish to buy, from its first activity to an order, an empty cart, or its one detection.
 *
 * @param openedAt time of the first activity, milliseconds
 * @param lastAt time of the last activity, milliseconds
 * @param lastId event id of the last activity
 * @param pending the last activity was a payment that is on its way: no clock runs
 * @param hints what may tell why it will be left
 */
public record Intent(
    Stage stage, long openedAt, long lastAt, String lastId, boolean pending, Hints hints) {

  /** When it is abandoned unless something is done, milliseconds. */
  long deadline(Cart.Timing timing) {
    return lastAt + timing.abandonedAfter(stage).toMillis();
  }

  Why why(CartLines lines) {
    return hints.why(lastId, lastAt, lines);
  }

  /** The same intent, which has met more. */
  Intent with(Hints more) {
    return new Intent(stage, openedAt, lastAt, lastId, pending, more);
  }
}
