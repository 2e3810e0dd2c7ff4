package io.floorwalker.decide;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/** What this job wrote before it was stopped: on the topic, that is the decision. */
public interface OwnDecisions extends Serializable {

  /**
   * The decisions that were written at or after this time, wall clock, up to the present end, by
   * detection id; the first of an id.
   *
   * @param mine which gate keys are asked for
   */
  Map<String, OwnDecision> since(Instant time, Predicate<String> mine);
}
