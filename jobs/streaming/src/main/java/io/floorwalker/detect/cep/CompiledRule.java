package io.floorwalker.detect.cep;

import java.io.Serializable;
import org.apache.flink.cep.functions.PatternProcessFunction;

/** A {@link PatternRule} as the operator runs it. */
record CompiledRule<T, R>(
    Automaton<T> automaton, PatternRule.Hearing<T> hears, PatternProcessFunction<T, R> found)
    implements Serializable {

  static <T, R> CompiledRule<T, R> of(PatternRule<T, R> rule) throws NotCompiled {
    Automaton<T> automaton = Compiler.compile(rule.name(), rule.pattern());
    return new CompiledRule<>(automaton, rule.hears(), rule.found());
  }

  String name() {
    return automaton.rule();
  }
}
