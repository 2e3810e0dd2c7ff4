package io.floorwalker.detect.cep;

/** A pattern that is no row of stages; Flink's own automaton runs it. */
final class NotCompiled extends Exception {
  private static final long serialVersionUID = 1L;

  NotCompiled(String what) {
    super(what);
  }
}
