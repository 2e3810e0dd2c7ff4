package io.floorwalker.detect.incident;

/** How many sessions struggled, of how many. */
public record Tally(long struggling, long sessions) {
  static final Tally NONE = new Tally(0, 0);

  Tally plus(Tally other) {
    return new Tally(struggling + other.struggling, sessions + other.sessions);
  }

  /** The share that struggled; 0 of none. */
  double share() {
    return sessions == 0 ? 0 : (double) struggling / sessions;
  }
}
