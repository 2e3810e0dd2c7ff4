package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.ProductLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A script while it is written, in the words of the plots. Between two touches of a cart lie at
 * most four pauses, so that nobody abandons a cart by accident: only what the plot says is true.
 */
final class Draft {

  private static final List<String> VIEWS =
      List.of(
          EventTypes.PAGE_VIEWED,
          EventTypes.PRODUCT_LIST_VIEWED,
          EventTypes.PRODUCTS_SEARCHED,
          EventTypes.PRODUCT_VIEWED);

  private final Shopper shopper;
  private final Dice dice;
  private final long afterMs;
  private final Pen pen;
  private final Basket basket = new Basket();
  private final List<Truth> truths = new ArrayList<>();

  Draft(Shopper shopper, ShopSettings settings, Dice dice, long startAtMs) {
    this.shopper = shopper;
    this.dice = dice;
    this.afterMs = settings.cartAfter().toMillis();
    this.pen = new Pen(shopper, settings, dice, startAtMs);
  }

  List<Beat> beats() {
    return pen.beats();
  }

  List<Truth> truths() {
    return truths;
  }

  void looksAround(int mostViews) {
    long views = dice.between(1, mostViews);
    for (int i = 0; i < views; i++) {
      pen.pause();
      looks(dice.oneOf(VIEWS));
    }
  }

  void fillsTheCart() {
    long additions = dice.between(1, 4);
    for (int i = 0; i < additions; i++) {
      looksAround(2);
      pen.pause();
      adds();
    }
    if (basket.lines().size() > 1 && dice.chance(0.2)) {
      pen.pause();
      touches(EventTypes.PRODUCT_REMOVED, basket.removeOneOf(dice));
    }
    if (dice.chance(0.2)) {
      pen.pause();
      basket.changeOneOf(dice);
      touches(EventTypes.CART_UPDATED, null);
    }
  }

  void goesToTheCheckout() {
    pen.pause();
    touches(EventTypes.CHECKOUT_STARTED, null);
    pen.pause();
    touches(EventTypes.CHECKOUT_STEP_VIEWED, null);
    if (dice.chance(0.5)) {
      pen.pause();
      touches(EventTypes.CHECKOUT_STEP_COMPLETED, null);
      pen.pause();
      touches(EventTypes.PAYMENT_STARTED, null);
    }
  }

  void buys() {
    goesToTheCheckout();
    pen.pause();
    touches(EventTypes.PAYMENT_SUCCEEDED, null);
    pen.pause();
    orders();
  }

  void buysOrLeavesTheCart() {
    if (dice.chance(0.5)) {
      buys();
    } else {
      leavesTheCart();
    }
  }

  void emptiesTheCart() {
    pen.pause();
    if (dice.chance(0.5)) {
      basket.clear();
      happens(EventTypes.CART_EMPTIED, null);
      return;
    }
    while (!basket.lines().isEmpty()) {
      touches(EventTypes.PRODUCT_REMOVED, basket.removeOneOf(dice));
      pen.pause();
    }
  }

  /** Decides that the cart stays as it is until T has passed. */
  void leavesTheCart() {
    Beat last = pen.lastTouch();
    truths.add(
        new Truth(
            "cart_abandoned",
            shopper.customerKey(),
            last.atMs() + afterMs,
            List.of(last.eventId())));
  }

  void comesBackLongAfterTheDeadline() {
    pen.nextVisit();
    pen.moveTo(pen.lastTouch().atMs() + afterMs + dice.between(1, afterMs));
    looks(EventTypes.PAGE_VIEWED);
  }

  /** Comes back a little before, looks, and adds something exactly so many ms from the deadline. */
  void comesBackAndAdds(long fromDeadlineMs) {
    pen.nextVisit();
    long addsAt = pen.lastTouch().atMs() + afterMs + fromDeadlineMs;
    pen.moveTo(addsAt - dice.between(1, afterMs / 8));
    looks(EventTypes.CART_VIEWED);
    pen.moveTo(addsAt);
    adds();
  }

  void ordersInTheLastSecond() {
    pen.moveTo(pen.lastTouch().atMs() + afterMs - dice.between(1, Math.min(1000, afterMs / 8)));
    orders();
  }

  void ordersAtTheDeadline() {
    pen.moveTo(pen.lastTouch().atMs() + afterMs);
    orders();
  }

  private void adds() {
    touches(EventTypes.PRODUCT_ADDED, basket.add(Catalogue.pick(dice, dice.chance(0.8) ? 1 : 2)));
  }

  private void orders() {
    happens(EventTypes.ORDER_PLACED, null);
    basket.clear();
  }

  private void looks(String type) {
    happens(type, type.equals(EventTypes.PRODUCT_VIEWED) ? Catalogue.pick(dice, 1) : null);
  }

  private void touches(String type, @Nullable ProductLine product) {
    pen.touch(new Beat.Deed(type, product, basket.lines()));
  }

  private void happens(String type, @Nullable ProductLine product) {
    pen.write(new Beat.Deed(type, product, basket.lines()));
  }
}
