package io.floorwalker.detect.cep;

import java.util.List;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;

/** What a condition may ask of the run that it is evaluated for. */
record Begun<T>(Automaton<T> automaton, List<T> taken, long timestamp)
    implements IterativeCondition.Context<T>, InEventTime {

  @Override
  public Iterable<T> getEventsForPattern(String name) {
    return automaton.taken(name, taken);
  }
}
