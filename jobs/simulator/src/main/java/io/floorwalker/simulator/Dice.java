package io.floorwalker.simulator;

import java.util.List;
import java.util.Random;

/** Chance from a seed. {@link Random} is used because its numbers are specified for every JDK. */
final class Dice {

  private final Random random;

  private Dice(long seed) {
    this.random = new Random(seed);
  }

  /** Dice of their own for each salt: what one part draws does not move what another one gets. */
  static Dice of(long seed, long... salts) {
    return new Dice(mixed(seed, salts));
  }

  /** One number out of several, so that neighbours have nothing in common (SplitMix64). */
  static long mixed(long seed, long... salts) {
    long mixed = mix(seed);
    for (long salt : salts) {
      mixed = mix(mixed ^ mix(salt));
    }
    return mixed;
  }

  private static long mix(long input) {
    long z = input + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Uniform, both ends included. */
  long between(long low, long high) {
    return low + (long) (random.nextDouble() * (high - low + 1));
  }

  /** The waiting time for something that happens every {@code mean} on average. */
  long waiting(double mean) {
    return Math.round(-mean * StrictMath.log(1 - random.nextDouble()));
  }

  <T> T oneOf(List<T> choices) {
    return choices.get((int) between(0, choices.size() - 1));
  }

  byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }
}
