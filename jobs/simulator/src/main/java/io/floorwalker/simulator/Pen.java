package io.floorwalker.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one beat after the other, knows the time in the story and the last touch of the cart. */
final class Pen {

  private static final double PAUSE_MS = 20_000;

  private final Shopper shopper;
  private final Dice dice;
  private final double speed;
  private final long longestPauseMs;
  private final List<Beat> beats = new ArrayList<>();
  private long now;
  private int visit = 1;
  private @Nullable Beat lastTouch;

  Pen(Shopper shopper, ShopSettings settings, Dice dice, long startAtMs) {
    this.shopper = shopper;
    this.dice = dice;
    this.speed = settings.speed();
    this.longestPauseMs = settings.cartAfter().toMillis() / 8;
    this.now = startAtMs;
  }

  List<Beat> beats() {
    return beats;
  }

  /** Thinks: around 20 s divided by the speed, at least 1 ms and at most an eighth of T. */
  void pause() {
    long pause = Math.round(dice.waiting(PAUSE_MS) / speed);
    now += Math.max(1, Math.min(pause, longestPauseMs));
  }

  void moveTo(long ms) {
    if (ms < now) {
      throw new IllegalStateException("the story would go back from " + now + " to " + ms);
    }
    now = ms;
  }

  void nextVisit() {
    visit++;
  }

  Beat write(Beat.Deed deed) {
    Beat beat = new Beat(visit, now, shopper.eventId(beats.size() + 1), deed);
    beats.add(beat);
    return beat;
  }

  /** Writes what restarts the clock of the cart. */
  void touch(Beat.Deed deed) {
    lastTouch = write(deed);
  }

  Beat lastTouch() {
    if (lastTouch == null) {
      throw new IllegalStateException("the plot speaks of a cart that nobody has filled");
    }
    return lastTouch;
  }
}
