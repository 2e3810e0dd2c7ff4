package io.floorwalker.bench;

import io.floorwalker.detect.cep.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who runs, and what each must find.
 *
 * @param expected what the oracle finds, by kind
 */
record Field(List<Entry> entries, Map<String, Tally> expected) {

  /** A contender at a set of patterns. */
  record Entry(String set, Contender contender) {}

  static final String READING = "reading alone";
  static final String STRUGGLE = "signs of struggle";
  static final String ABANDONMENT = "abandoned intents";

  static Field of(Map<String, Tally> struggles, Map<String, Tally> abandonments) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(READING, Ceiling.READ));
    entries.add(new Entry(READING, Ceiling.SHUFFLE));
    entries.add(new Entry(STRUGGLE, new NaiveCep()));
    for (Engine engine : List.of(Engine.FLINK_CEP, Engine.FAST)) {
      entries.add(new Entry(STRUGGLE, new OurStruggle(engine, struggles.keySet())));
    }
    for (Engine engine : List.of(Engine.FLINK_CEP, Engine.FAST)) {
      entries.add(new Entry(ABANDONMENT, new OurAbandonment(engine, abandonments.keySet())));
    }
    Map<String, Tally> expected = new TreeMap<>(struggles);
    expected.putAll(abandonments);
    return new Field(List.copyOf(entries), expected);
  }
}
