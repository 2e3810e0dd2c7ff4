package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import java.util.Set;
import java.util.function.Supplier;
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
  private Why why = new Why();

  Intent(Thresholds thresholds) {
    this.thresholds = thresholds;
  }

  void touch(Beat beat) {
    check(beat.atMs());
    Stage reached = Stage.of(beat.deed().type());
    if (left || stage == null) {
      why = new Why();
    }
    stage = left || stage == null || reached.compareTo(stage) > 0 ? reached : stage;
    why.meets(beat);
    last = beat;
    left = false;
    pending = beat.deed().type().equals(EventTypes.PAYMENT_PENDING);
  }

  /** What is no touch of it, and may tell why it is left: also behind the last touch. */
  void meets(Beat beat) {
    if (stage != null && (!left || beat.atMs() < deadlineMs())) {
      why.meets(beat);
    }
  }

  /** By an order or an empty cart. */
  void end(long atMs) {
    check(atMs);
    stage = null;
    left = false;
    pending = false;
  }

  /** Whether it is there at this time, also if it is given up and not due yet. */
  boolean isOpenAt(long atMs) {
    return stage != null && (pending || atMs < deadlineMs());
  }

  /** Whether time works against it: open, not given up, and no payment is on its way. */
  boolean waits() {
    return stage != null && !left && !pending;
  }

  /**
   * Gives it up: nothing touches it before its deadline. What is true is asked for when the story
   * is over, for the shopper may still meet something.
   */
  Supplier<Truth> leave(String customerKey, Set<String> inTheCart) {
    if (!waits()) {
      throw new IllegalStateException("the plot leaves what is not there to be left");
    }
    left = true;
    Beat touched = last();
    String kind = stage().abandoned();
    long deadline = deadlineMs();
    Why known = why;
    return () -> new Truth(kind, "", customerKey, deadline, known.evidence(touched, inTheCart));
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
