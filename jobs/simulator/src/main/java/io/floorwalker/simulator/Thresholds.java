package io.floorwalker.simulator;

import java.time.Duration;

/**
 * The waiting times around which scripts leave and return; those of a struggle are always the
 * built-in ones. Throws IllegalArgumentException for one below 1 s and for a third step of a
 * silence that is not behind the second.
 *
 * @param browseAfter T of a browse that is given up
 * @param searchAfter T of a search that is given up
 * @param cartAfter T of an abandoned cart
 * @param checkoutAfter T of an abandoned checkout
 * @param paymentAfter T of an abandoned payment
 * @param staleAfter L: silence until its first step
 * @param staleSecondAfter from the first step to the second
 * @param staleThirdAfter from the first step to the third
 * @param learnsRhythm whether L becomes three times a contact's own usual gap, 5 to 90 days, as
 *     soon as 8 of its gaps are known
 */
public record Thresholds(
    Duration browseAfter,
    Duration searchAfter,
    Duration cartAfter,
    Duration checkoutAfter,
    Duration paymentAfter,
    Duration staleAfter,
    Duration staleSecondAfter,
    Duration staleThirdAfter,
    boolean learnsRhythm) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  public Thresholds {
    check("browseAfter", browseAfter);
    check("searchAfter", searchAfter);
    check("cartAfter", cartAfter);
    check("checkoutAfter", checkoutAfter);
    check("paymentAfter", paymentAfter);
    check("staleAfter", staleAfter);
    check("staleSecondAfter", staleSecondAfter);
    if (staleThirdAfter.minus(staleSecondAfter).compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "staleThirdAfter is " + staleThirdAfter + "; give at least 1 s beyond staleSecondAfter");
    }
  }

  /** Looks are given up after an hour, and L is the same for every contact. */
  public Thresholds(
      Duration cartAfter,
      Duration checkoutAfter,
      Duration paymentAfter,
      Duration staleAfter,
      Duration staleSecondAfter,
      Duration staleThirdAfter) {
    this(
        Duration.ofHours(1),
        Duration.ofHours(1),
        cartAfter,
        checkoutAfter,
        paymentAfter,
        staleAfter,
        staleSecondAfter,
        staleThirdAfter,
        false);
  }

  /** 60 min, 30 min, 30 min, 15 min; 7 d or as learned, and 7 d and 23 d after that. */
  public static Thresholds builtIn() {
    return new Thresholds(
        Duration.ofHours(1),
        Duration.ofHours(1),
        Duration.ofMinutes(30),
        Duration.ofMinutes(30),
        Duration.ofMinutes(15),
        Duration.ofDays(7),
        Duration.ofDays(7),
        Duration.ofDays(23),
        true);
  }

  private static void check(String name, Duration duration) {
    if (duration.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(name + " is " + duration + "; give at least 1 s");
    }
  }
}
