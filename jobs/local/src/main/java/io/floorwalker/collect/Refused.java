package io.floorwalker.collect;

/** A request that is not taken: the HTTP status, and what to do about it. Quotes nothing of it. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refused(int status, String remedy) {
    super(remedy, null, false, false);
    this.status = status;
  }

  int status() {
    return status;
  }
}
