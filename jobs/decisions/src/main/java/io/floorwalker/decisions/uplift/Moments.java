package io.floorwalker.decisions.uplift;

/** Number, mean and variance of what was added, in one pass (Welford). */
final class Moments {
  private long count;
  private double mean;
  private double squares;

  void add(double value) {
    count++;
    double before = value - mean;
    mean += before / count;
    squares += before * (value - mean);
  }

  long count() {
    return count;
  }

  Sample sample() {
    return new Sample(count, mean, squares / (count - 1) / count);
  }
}
