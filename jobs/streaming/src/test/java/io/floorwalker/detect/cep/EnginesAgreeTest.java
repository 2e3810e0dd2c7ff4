package io.floorwalker.detect.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.detect.cep.RandomPattern.Letter;
import io.floorwalker.testkit.PipelineHarness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * Flink's operator is the reference: fed in order, with a watermark before each event, it finds
 * what the compiled patterns find, whatever the pattern.
 */
class EnginesAgreeTest {
  private static final int PATTERNS = 5;

  @Property
  void whatIsFoundIsTheSame(@ForAll long seed) {
    Random random = new Random(seed);
    List<PatternRule<Letter, String>> rules = new ArrayList<>();
    for (int number = 0; number < PATTERNS; number++) {
      Pattern<Letter, Letter> pattern = new RandomPattern(random).draw();
      rules.add(new PatternRule<>("p" + number, event -> true, pattern, new Told("p" + number)));
    }
    List<Letter> events = events(random);

    List<String> found = run(rules, events, Engine.FAST);

    assertThat(found).isEqualTo(run(rules, events, Engine.FLINK_CEP));
    Statistics.label("matches").collect(found.isEmpty() ? "none" : "some");
    Statistics.label("matches")
        .coverage(coverage -> coverage.check("some").percentage(share -> share > 50));
  }

  static List<Letter> events(Random random) {
    List<Letter> events = new ArrayList<>();
    long at = 1;
    int count = 5 + random.nextInt(40);
    for (int id = 0; id < count; id++) {
      at += random.nextInt(4) == 0 ? random.nextInt(12) : random.nextInt(3);
      char letter = (char) ('a' + random.nextInt(RandomPattern.LETTERS));
      events.add(new Letter("k" + random.nextInt(2), id, at, letter, random.nextInt(2)));
    }
    return events;
  }

  static List<String> run(
      List<PatternRule<Letter, String>> rules, List<Letter> events, Engine engine) {
    try (PipelineHarness<Letter, String> harness =
        PipelineHarness.of(
            TypeInformation.of(Letter.class),
            (DataStream<Letter> letters) ->
                new Patterns<>("patterns", rules, Letter::at, Types.STRING)
                    .over(letters.keyBy(Letter::key), engine))) {
      for (Letter event : events) {
        harness.watermark(event.at() - 1);
        harness.element(event, event.at());
      }
      harness.endOfInput();
      assertThat(harness.keyedStateEntries()).as("state of %s at the end", engine).isZero();
      return harness.output().stream().sorted(Comparator.naturalOrder()).toList();
    }
  }

  /** A match as text: its pattern, and each stage with the ids of its events. */
  static final class Told extends PatternProcessFunction<Letter, String> {
    private static final long serialVersionUID = 1L;

    private final String rule;

    Told(String rule) {
      this.rule = rule;
    }

    @Override
    public void processMatch(
        Map<String, List<Letter>> match, Context context, Collector<String> out) {
      StringBuilder text = new StringBuilder(rule);
      match.forEach(
          (stage, events) ->
              text.append(' ').append(stage).append(events.stream().map(Letter::id).toList()));
      out.collect(text.toString());
    }
  }
}
