package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shopper is about to buy, as the script means it. It decides nothing: it throws
 * IllegalStateException where a plot would abandon without saying so, or says so and does not.
 */
final class Intent {

  private final Thresholds thresholds;
  private @Nullable Stage stage;
  private @Nullable Beat last;
  private boolean pending;
  private boolean left;

  Intent(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  void touch(Beat beat) {
    check(beat.atMs());
    Stage reached = Stage.of(beat.deed().type());
    stage = left || stage == null || reached.compareTo(stage) > 0 ? reached : stage;
    last = beat;
    left = false;
    pending = beat.deed().type().equals(EventTypes.PAYMENT_PENDING);
  }

  /** By an order or an empty cart. */
  void end(long atMs) {
    check(atMs);
    stage = null;
    left = false;
    pending = false;
  }

  /** Whether time works against it: open, not given up, and no payment is on its way. */
  boolean waits() {
    return stage != null && !left && !pending;
  }

  /** Gives it up: nothing happens to it before its deadline. */
  Truth leave(String customerKey) {
    if (!waits()) {
      throw new IllegalStateException("the plot leaves what is not there to be left");
    }
    left = true;
    Beat touched = last();
    return new Truth(
        stage().abandoned(), "", customerKey, deadlineMs(), List.of(touched.eventId()));
  }

  Beat last() {
    if (last == null) {
      throw new IllegalStateException("the plot speaks of a cart that nobody has filled");
    }
    return last;
  }

  long deadlineMs() {
    return last().atMs() + afterMs();
  }

  /** T of the stage that it has reached. */
  long afterMs() {
    return stage().after(thresholds).toMillis();
  }

  private Stage stage() {
    if (stage == null) {
      throw new IllegalStateException("the plot speaks of an intent that has ended");
    }
    return stage;
  }

  private void check(long atMs) {
    if (waits() && atMs >= deadlineMs()) {
      throw new IllegalStateException("abandoned by accident at " + deadlineMs());
    }
    if (left && atMs < deadlineMs()) {
      throw new IllegalStateException("said to be left, and touched again at " + atMs);
    }
  }
}
