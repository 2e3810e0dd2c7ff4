package io.floorwalker.detect.cep;

import java.io.Serializable;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A pattern among others on one stream, and what is made of its matches.
 *
 * @param name in the job graph, in state and in errors; a pattern of another shape needs another
 * @param hears what a pattern does not hear would only wait in its state
 */
public record PatternRule<T, R>(
    String name, Hearing<T> hears, Pattern<T, ?> pattern, PatternProcessFunction<T, R> found) {

  /** Which events a pattern is run on. */
  @FunctionalInterface
  public interface Hearing<T> extends Serializable {
    boolean hears(T event);
  }
}
