package io.floorwalker.simulator;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.ProductLine;
import java.util.List;

/**
 * What shoppers do when nothing is wrong. None of it is a sign of struggle: no element is clicked
 * twice, a visit sees each checkout step once and in order, and each thing fails once at most.
 */
final class Shopping {

  private static final List<Place> STEPS =
      List.of(Place.ADDRESS, Place.SHIPPING, Place.PAYMENT, Place.REVIEW);

  private final Draft draft;
  private final Dice dice;
  private Place place = Place.HOME;
  private int clicks;

  Shopping(Draft draft) {
    this.draft = draft;
    this.dice = draft.dice();
  }

  void looksAround(int mostViews) {
    long views = dice.between(1, mostViews);
    Place at = place.isForLooking() ? place : Place.HOME;
    for (int i = 0; i < views; i++) {
      Place next = at.next(dice);
      while (!next.isForLooking()) {
        next = at.next(dice);
      }
      at = next;
      goes(at);
    }
  }

  void fillsTheCart() {
    long additions = dice.between(1, 4);
    for (int i = 0; i < additions; i++) {
      looksAround(2);
      goes(Place.ADDED);
    }
    if (draft.basket().lines().size() > 1 && dice.chance(0.2)) {
      draft.pause();
      removesOne();
    }
    if (dice.chance(0.2)) {
      draft.pause();
      draft.basket().changeOneOf(dice);
      draft.touches(Deed.cart(EventTypes.CART_UPDATED, lines()));
    }
  }

  void emptiesTheCart() {
    if (dice.chance(0.5)) {
      draft.pause();
      draft.basket().clear();
      draft.hasNothingLeft(draft.happens(Deed.of(EventTypes.CART_EMPTIED)));
      return;
    }
    while (!lines().isEmpty()) {
      draft.pause();
      removesOne();
    }
  }

  /** Goes wherever chance leads; what is true then is where the way ended. */
  void wanders() {
    goes(Place.HOME);
    while (place != Place.GONE && place != Place.ORDERED) {
      goes(place.next(dice));
    }
    if (!lines().isEmpty()) {
      draft.leaves();
    }
  }

  /** Goes to the checkout and on, step by step, as far as this one. */
  void reaches(Place step) {
    for (Place next : STEPS.subList(0, STEPS.indexOf(step) + 1)) {
      if (!STEPS.contains(place) || place.compareTo(next) < 0) {
        goes(next);
      }
    }
  }

  /** Is at some step of the checkout but has not paid yet, whichever it is. */
  void goesToTheCheckout() {
    reaches(dice.oneOf(List.of(Place.ADDRESS, Place.SHIPPING)));
  }

  void startsToPay() {
    reaches(Place.PAYMENT);
    draft.pause();
    draft.touches(Deed.payment(EventTypes.PAYMENT_STARTED, lines(), null));
  }

  void buys() {
    reaches(Place.REVIEW);
    goes(Place.ORDERED);
  }

  /** Pays without another look at the steps, as with a wallet on the spot. */
  void paysAtOnce() {
    draft.pause();
    draft.touches(Deed.payment(EventTypes.PAYMENT_STARTED, lines(), null));
    succeeds();
  }

  void succeeds() {
    draft.pause();
    draft.touches(Deed.payment(EventTypes.PAYMENT_SUCCEEDED, lines(), null));
    draft.pause();
    draft.orders();
  }

  void looks(Place at) {
    place = at;
    draft.pen().turnTo(at.page());
    switch (at) {
      case HOME -> draft.happens(Deed.of(EventTypes.PAGE_VIEWED));
      case LIST -> draft.happens(Deed.of(EventTypes.PRODUCT_LIST_VIEWED));
      case SEARCH -> draft.happens(Deed.of(EventTypes.PRODUCTS_SEARCHED));
      case CART -> draft.happens(Deed.cart(EventTypes.CART_VIEWED, lines()));
      default -> {
        views(article(1));
      }
    }
  }

  void views(ProductLine product) {
    place = Place.PRODUCT;
    draft.pen().turnTo(Place.PRODUCT.page() + "/" + product.getProductId());
    draft.happens(Deed.product(EventTypes.PRODUCT_VIEWED, product));
  }

  void adds() {
    ProductLine added = draft.basket().add(article(dice.chance(0.8) ? 1 : 2));
    draft.touches(Deed.product(EventTypes.PRODUCT_ADDED, added));
  }

  /** Puts in what nobody else buys, and returns it. */
  ProductLine addsWhatNobodyElseBuys() {
    draft.pause();
    ProductLine only = Catalogue.only(draft.shopper());
    draft.touches(Deed.product(EventTypes.PRODUCT_ADDED, draft.basket().add(only)));
    return only;
  }

  /** Sees a checkout step now, for the first time or again. */
  Beat sees(Place step) {
    place = step;
    draft.pen().turnTo(step.page());
    return draft.touches(Deed.checkout(EventTypes.CHECKOUT_STEP_VIEWED, step.step(), lines()));
  }

  List<ProductLine> lines() {
    return draft.basket().lines();
  }

  private void goes(Place to) {
    Place from = place;
    draft.pause();
    if (to != Place.GONE && dice.chance(0.3)) {
      draft.happens(Deed.click(another(), (int) dice.between(40, 900)));
      draft.pause();
    }
    switch (to) {
      case ADDED -> adds();
      case ADDRESS -> {
        draft.touches(Deed.checkout(EventTypes.CHECKOUT_STARTED, null, lines()));
        draft.pause();
        sees(to);
      }
      case SHIPPING, PAYMENT, REVIEW -> {
        draft.touches(Deed.checkout(EventTypes.CHECKOUT_STEP_COMPLETED, from.step(), lines()));
        draft.pause();
        sees(to);
        if (to == Place.REVIEW) {
          checksTheSum();
        }
      }
      case ORDERED -> paysAtOnce();
      case GONE -> {
        // Nothing tells that somebody has left.
      }
      default -> looks(to);
    }
    place = to;
  }

  /** Whoever comes as far as the review only goes on from there, so no cost shown is a shock. */
  private void checksTheSum() {
    draft.pause();
    draft.happens(Deed.costShown(Place.REVIEW.step(), lines(), dice.oneOf(List.of(0L, 4_90L))));
    if (dice.chance(0.2)) {
      draft.pause();
      draft.touches(Deed.coupon(EventTypes.COUPON_ENTERED, null));
      draft.pause();
      draft.touches(
          dice.chance(0.7)
              ? Deed.coupon(EventTypes.COUPON_APPLIED, null)
              : Deed.coupon(EventTypes.COUPON_DENIED, "expired"));
    }
    if (dice.chance(0.15)) {
      draft.pause();
      draft.happens(Deed.field(EventTypes.FIELD_ERROR, "phone", "invalid"));
    }
    if (dice.chance(0.1)) {
      draft.pause();
      draft.happens(Deed.of(EventTypes.PAGE_RELOADED));
    }
  }

  private void removesOne() {
    Beat removed =
        draft.touches(Deed.product(EventTypes.PRODUCT_REMOVED, draft.basket().removeOneOf(dice)));
    if (lines().isEmpty()) {
      draft.hasNothingLeft(removed);
    }
  }

  private ProductLine article(int quantity) {
    return Catalogue.pick(dice, quantity, draft.shopper().currency());
  }

  /** An element of its own for every click, far from the others. */
  private Deed.Element another() {
    int number = clicks++;
    return new Deed.Element(
        "a.card:nth-child(" + (number + 1) + ")",
        80 + 160 * (number % 6),
        200 + 180 * (number / 6));
  }
}
