package io.floorwalker.detect.cep;

import java.io.Serializable;
import org.apache.flink.cep.functions.PatternProcessFunction;

/** A {@link PatternRule} as the operator runs it. */
record CompiledRule<T, R>(
    Automaton<T> automaton, PatternRule.Hearing<T> hears, PatternProcessFunction<T, R> found)
    implements Serializable {

  /**
   * Compiles the rule's pattern.
   *
   * @throws IllegalArgumentException names the pattern, and what of it is not compiled
   */
  static <T, R> CompiledRule<T, R> of(PatternRule<T, R> rule) {
    try {
      Automaton<T> automaton = Compiler.compile(rule.name(), rule.pattern());
      return new CompiledRule<>(automaton, rule.hears(), rule.found());
    } catch (NotCompiled refused) {
      throw new IllegalArgumentException(
          "Pattern \"%s\" has %s, which the fast engine does not compile. Set detect.engine: flink-cep, or write the pattern without it."
              .formatted(rule.name(), refused.getMessage()),
          refused);
    }
  }

  String name() {
    return automaton.rule();
  }
}
