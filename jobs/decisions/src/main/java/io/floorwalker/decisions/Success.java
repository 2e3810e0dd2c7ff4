package io.floorwalker.decisions;

import java.time.Duration;

/** What a treatment is to bring about. */
public enum Success {
  /** The customer orders. */
  ORDER(Duration.ZERO),
  /** The contact does something again. */
  RETURN(Duration.ZERO),
  /** What was found of the account is over, as another job says, which may take its time. */
  RESTORED(Duration.ofDays(1));

  private final Duration toldWithin;

  Success(Duration toldWithin) {
    this.toldWithin = toldWithin;
  }

  /** How long after a success it may still come to be known. */
  Duration toldWithin() {
    return toldWithin;
  }
}
