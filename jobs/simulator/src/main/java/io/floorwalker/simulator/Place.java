package io.floorwalker.simulator;

import java.util.List;

/** Where in the shop a shopper is. The ways out of each place are chances in percent. */
enum Place {
  HOME("/"),
  LIST("/list"),
  SEARCH("/search"),
  PRODUCT("/products"),
  /** Something has just been put into the cart. */
  ADDED("/products"),
  CART("/cart"),
  ADDRESS("/checkout/address"),
  SHIPPING("/checkout/shipping"),
  PAYMENT("/checkout/payment"),
  REVIEW("/checkout/review"),
  ORDERED("/thanks"),
  GONE("/");

  private final String page;

  Place(String page) {
    this.page = page;
  }

  String page() {
    return page;
  }

  /** The name of the checkout step, for the four places that are one. */
  String step() {
    return page.substring(page.lastIndexOf('/') + 1);
  }

  /** Whether a shopper here only looks. */
  boolean isForLooking() {
    return compareTo(PRODUCT) <= 0;
  }

  Place next(Dice dice) {
    long drawn = dice.between(1, 100);
    for (Way way : ways()) {
      drawn -= way.percent();
      if (drawn <= 0) {
        return way.to();
      }
    }
    return GONE;
  }

  /** Whatever is missing to 100 leaves. */
  private List<Way> ways() {
    return switch (this) {
      case HOME -> List.of(new Way(LIST, 45), new Way(SEARCH, 30), new Way(PRODUCT, 20));
      case LIST ->
          List.of(new Way(PRODUCT, 60), new Way(SEARCH, 15), new Way(LIST, 15), new Way(HOME, 4));
      case SEARCH -> List.of(new Way(PRODUCT, 55), new Way(LIST, 20), new Way(SEARCH, 15));
      case PRODUCT ->
          List.of(new Way(ADDED, 35), new Way(LIST, 20), new Way(PRODUCT, 25), new Way(SEARCH, 10));
      case ADDED -> List.of(new Way(PRODUCT, 25), new Way(LIST, 15), new Way(CART, 45));
      case CART -> List.of(new Way(ADDRESS, 60), new Way(LIST, 15));
      case ADDRESS -> List.of(new Way(SHIPPING, 78));
      case SHIPPING -> List.of(new Way(PAYMENT, 75));
      case PAYMENT -> List.of(new Way(REVIEW, 80));
      case REVIEW -> List.of(new Way(ORDERED, 75));
      case ORDERED, GONE -> List.of();
    };
  }

  private record Way(Place to, int percent) {}
}
