package io.floorwalker.oracle;

import java.time.Duration;

/**
 * The settings that the abandonment rule depends on. Throws IllegalArgumentException when a
 * duration is not positive or a cart would be forgotten before it counts as abandoned.
 *
 * @param keyBy setting {@code abandonment.key}
 * @param cartAfter T, setting {@code abandonment.cart.after}
 * @param cartKept how long a cart is remembered after its last activity, setting {@code
 *     abandonment.cart.kept}
 */
public record OracleSettings(KeyBy keyBy, Duration cartAfter, Duration cartKept) {

  public OracleSettings {
    if (cartAfter.toMillis() <= 0) {
      throw new IllegalArgumentException(
          "cartAfter is " + cartAfter + "; give a duration of at least 1 ms");
    }
    if (cartKept.compareTo(cartAfter) < 0) {
      throw new IllegalArgumentException(
          "cartKept "
              + cartKept
              + " is shorter than cartAfter "
              + cartAfter
              + "; give at least it");
    }
  }

  /** The rule with the built-in thresholds: T 30 min, a cart kept for 7 days. */
  public static OracleSettings builtIn(KeyBy keyBy) {
    return new OracleSettings(keyBy, Duration.ofMinutes(30), Duration.ofDays(7));
  }
}
