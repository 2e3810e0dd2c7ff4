package io.floorwalker.oracle;

import java.time.Duration;

/**
 * The settings that the abandonment rule depends on. Throws IllegalArgumentException when a
 * duration is not positive or a cart would be forgotten before it counts as abandoned.
 *
 * @param keyBy setting {@code abandonment.key}
 * @param browseAfter T of a browse, setting {@code abandonment.browse.after}
 * @param searchAfter T of a search, setting {@code abandonment.search.after}
 * @param browseProducts so many products of one category make a browse, setting {@code
 *     abandonment.browse.products}
 * @param searchedWithin two searches less than so long apart make a search, setting {@code
 *     abandonment.search.within}
 * @param cartAfter T of the cart stage, setting {@code abandonment.cart.after}
 * @param checkoutAfter T of the checkout stage, setting {@code abandonment.checkout.after}
 * @param paymentAfter T of the payment stage, setting {@code abandonment.payment.after}
 * @param cartKept how long a cart is remembered after its last activity, setting {@code
 *     abandonment.cart.kept}
 */
public record OracleSettings(
    KeyBy keyBy,
    Duration browseAfter,
    Duration searchAfter,
    int browseProducts,
    Duration searchedWithin,
    Duration cartAfter,
    Duration checkoutAfter,
    Duration paymentAfter,
    Duration cartKept) {

  public OracleSettings {
    requireInLimits("cartAfter", cartAfter, cartKept);
    requireInLimits("checkoutAfter", checkoutAfter, cartKept);
    requireInLimits("paymentAfter", paymentAfter, cartKept);
  }

  /** The built-in rule of looking around, with these times for carts. */
  public static OracleSettings carts(
      KeyBy keyBy,
      Duration cartAfter,
      Duration checkoutAfter,
      Duration paymentAfter,
      Duration cartKept) {
    return new OracleSettings(
        keyBy,
        Duration.ofMinutes(60),
        Duration.ofMinutes(60),
        3,
        Duration.ofMinutes(30),
        cartAfter,
        checkoutAfter,
        paymentAfter,
        cartKept);
  }

  /** The rule with the built-in thresholds: T 30 min, 30 min, 15 min, a cart kept for 7 days. */
  public static OracleSettings builtIn(KeyBy keyBy) {
    return carts(
        keyBy,
        Duration.ofMinutes(30),
        Duration.ofMinutes(30),
        Duration.ofMinutes(15),
        Duration.ofDays(7));
  }

  /** T of the stage, milliseconds. */
  long afterMs(Stage stage) {
    return switch (stage) {
      case CART -> cartAfter.toMillis();
      case CHECKOUT -> checkoutAfter.toMillis();
      case PAYMENT -> paymentAfter.toMillis();
    };
  }

  private static void requireInLimits(String name, Duration after, Duration kept) {
    if (after.toMillis() <= 0) {
      throw new IllegalArgumentException(
          name + " is " + after + "; give a duration of at least 1 ms");
    }
    if (kept.compareTo(after) < 0) {
      throw new IllegalArgumentException(
          "cartKept " + kept + " is shorter than " + name + " " + after + "; give at least it");
    }
  }
}
