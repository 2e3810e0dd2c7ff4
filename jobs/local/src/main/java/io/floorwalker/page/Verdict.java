package io.floorwalker.page;

/** What becomes of a page's answer, with its HTTP status. */
enum Verdict {
  TAKEN(204),
  /** This server has no such offer for this session. */
  UNKNOWN(404),
  /** Said before, by this page or another one; or an answer to what nobody was shown. */
  REFUSED(409),
  EXPIRED(410);

  private final int status;

  Verdict(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }
}
