package io.floorwalker.deliver;

/** Keeps a distance between attempts, milliseconds of wall clock; 0: none. */
final class Pace {
  private final long distance;
  private long freeAt = Long.MIN_VALUE;

  private Pace(long distance) {
    this.distance = distance;
  }

  /** At most so many a second, 0: as many as there are; 0.5 is one in two seconds. */
  static Pace perSecond(double rate) {
    return new Pace(rate <= 0 ? 0 : (long) Math.ceil(1_000 / rate));
  }

  long freeAt() {
    return freeAt;
  }

  void started(long now) {
    freeAt = now + distance;
  }
}
