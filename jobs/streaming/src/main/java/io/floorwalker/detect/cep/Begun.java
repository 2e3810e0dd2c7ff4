package io.floorwalker.detect.cep;

import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** What a condition may ask of the run that it is evaluated for. */
record Begun<T>(Automaton<T> automaton, List<T> taken, long timestamp)
    implements IterativeCondition.Context<T> {

  @Override
  public Iterable<T> getEventsForPattern(String name) {
    return automaton.taken(name, taken);
  }

  /** There is none: what is found must not depend on when it was found. */
  @Override
  public long currentProcessingTime() {
    throw new UnsupportedOperationException(
        "A condition asks for the wall clock, which a replay cannot repeat. Ask timestamp(), the time of the event.");
  }
}
