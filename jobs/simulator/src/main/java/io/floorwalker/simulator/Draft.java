package io.floorwalker.simulator;

import static java.util.Comparator.comparingLong;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A script while it is written. Whoever waits touches the cart at every half of T, so that nobody
 * abandons by accident, and does something at a step of the checkout, so that none stalls: only
 * what the plot says is true.
 */
final class Draft {

  /** A checkout step after which nothing happens for so long has stalled. */
  static final long STALL_MS = 90_000;

  private static final double PAUSE_MS = 20_000;

  private final Shopper shopper;
  private final ShopSettings settings;
  private final Dice dice;
  private final Pen pen;
  private final Intent intent;
  private final Gaze gaze;
  private final Basket basket = new Basket();
  private final List<Supplier<Truth>> truths = new ArrayList<>();

  Draft(Shopper shopper, ShopSettings settings, Dice dice, long startAtMs) {
    this.shopper = shopper;
    this.settings = settings;
    this.dice = dice;
    this.pen = new Pen(shopper, startAtMs);
    this.intent = new Intent(settings.thresholds());
    this.gaze = new Gaze(settings.thresholds());
  }

  Shopper shopper() {
    return shopper;
  }

  Dice dice() {
    return dice;
  }

  Pen pen() {
    return pen;
  }

  Gaze gaze() {
    return gaze;
  }

  Basket basket() {
    return basket;
  }

  List<Beat> beats() {
    return pen.beats();
  }

  /** What is true of the finished script. */
  List<Truth> truths() {
    if (intent.waits()) {
      throw new IllegalStateException("the plot ends with an intent that nobody gave up");
    }
    List<Truth> told = new ArrayList<>(truths.stream().map(Supplier::get).toList());
    if (!shopper.isBot()) {
      told.addAll(gaze.truths(shopper.customerKey()));
    }
    return told;
  }

  /** Thinks: around 20 s divided by the speed, at least 1 ms and at most an eighth of T. */
  void pause() {
    Thresholds at = settings.thresholds();
    long longest =
        Math.min(
            at.cartAfter().toMillis(),
            Math.min(at.checkoutAfter().toMillis(), at.paymentAfter().toMillis()));
    long pause = Math.round(dice.waiting(PAUSE_MS) / settings.pace().speed());
    waits(Math.max(1, Math.min(pause, longest / 8)));
  }

  /**
   * Waits exactly so many ms, and sees to it that the intent lives as long and that no step stalls.
   */
  void waits(long ms) {
    long until = pen.now() + ms;
    if (wouldStall(until)) {
      long touched = Math.max(newest().atMs() + STALL_MS * 2 / 3, pen.now());
      waits(touched - pen.now());
      if (newest().atMs() < pen.now()) {
        happens(Deed.field(EventTypes.FIELD_CHANGED, "note", null));
      }
    }
    while (intent.waits() && until - intent.last().atMs() > intent.afterMs() / 2) {
      long next = Math.max(intent.last().atMs() + intent.afterMs() / 2, pen.now() + 1);
      if (next >= until) {
        break;
      }
      pen.moveTo(next);
      touches(Deed.cart(EventTypes.CART_UPDATED, basket.lines()));
    }
    pen.moveTo(until);
  }

  /** Does nothing at all until so many ms after the newest beat, even where a step stalls. */
  void staysStill(long ms) {
    pen.moveTo(newest().atMs() + ms);
  }

  /** Whether a shopper who does nothing for as long as a step takes to stall still has a cart. */
  boolean canStall() {
    return intent.afterMs() > 2 * STALL_MS;
  }

  /** Waits until an instant that is so many ms after an earlier one. */
  void waitsUntil(long ms) {
    waits(ms - pen.now());
  }

  /** What was written last. */
  Beat newest() {
    return beats().get(beats().size() - 1);
  }

  Beat happens(Deed deed) {
    Beat beat = pen.write(deed);
    intent.meets(beat);
    if (Gaze.isLook(deed) && !intent.isOpenAt(beat.atMs())) {
      gaze.looks(beat);
    }
    return beat;
  }

  /** Does what restarts the clock of the intent. */
  Beat touches(Deed deed) {
    Beat beat = pen.write(deed);
    gaze.turnsTo(beat.atMs());
    intent.touch(beat);
    return beat;
  }

  void orders() {
    Beat order = pen.write(Deed.order("web", basket.lines()));
    gaze.turnsTo(order.atMs());
    intent.end(order.atMs());
    basket.clear();
  }

  /** Says that the cart is empty now. */
  void hasNothingLeft(Beat beat) {
    gaze.turnsTo(beat.atMs());
    intent.end(beat.atMs());
  }

  /** Decides that the intent stays as it is until T of its stage has passed. */
  void leaves() {
    Set<String> inTheCart =
        basket.lines().stream().map(ProductLine::getProductId).collect(Collectors.toSet());
    truths.add(intent.leave(shopper.customerKey(), inTheCart));
  }

  /** The shop does something, whatever the shopper does. */
  Beat theShop(Deed deed) {
    return pen.write(deed);
  }

  /** Decides that this change of an item reopens the intent that was left. */
  void reopens(Beat change) {
    List<String> evidence = List.of(intent.last().eventId(), change.eventId());
    Truth reopened =
        new Truth("intent_reopened", "", shopper.customerKey(), change.atMs(), evidence);
    truths.add(() -> reopened);
  }

  /** T of the stage that the intent has reached, and the moment at which it falls due, ms. */
  long afterMs() {
    return intent.afterMs();
  }

  long deadlineMs() {
    return intent.deadlineMs();
  }

  /**
   * Decides that these signs, and no others that count, make a struggle at the last of them. Those
   * of one moment come in the order in which they show.
   */
  void struggles(Sign... counted) {
    List<Sign> signs = Arrays.stream(counted).sorted(comparingLong(Sign::atMs)).toList();
    long decided = signs.get(signs.size() - 1).atMs();
    if (decided != pen.now()) {
      throw new IllegalStateException("a struggle is told at its deciding sign, for its step");
    }
    Set<String> evidence = new LinkedHashSet<>();
    signs.forEach(sign -> evidence.addAll(sign.evidence()));
    Truth struggle =
        new Truth("checkout_struggle", pen.step(), pen.sessionId(), decided, List.copyOf(evidence));
    truths.add(() -> struggle);
  }

  private boolean wouldStall(long until) {
    if (beats().isEmpty() || !newest().deed().type().equals(EventTypes.CHECKOUT_STEP_VIEWED)) {
      return false;
    }
    long stallsAt = newest().atMs() + STALL_MS;
    return pen.now() < stallsAt && until >= stallsAt;
  }
}
