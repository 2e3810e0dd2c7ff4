package io.floorwalker.local;

/**
 * How a job starts and ends.
 *
 * @param bounded read to the present end of the topics with empty state, then finish
 * @param atEnd {@code fire} or {@code hold}: what happens at the end of a bounded run to what would
 *     come due
 * @param fresh start empty although checkpoints exist
 * @param parallelism 0: as the settings say, else 1
 */
record RunOptions(boolean bounded, String atEnd, boolean fresh, int parallelism) {

  static RunOptions live() {
    return new RunOptions(false, "fire", false, 0);
  }

  static RunOptions toTheEnd() {
    return new RunOptions(true, "fire", false, 0);
  }
}
