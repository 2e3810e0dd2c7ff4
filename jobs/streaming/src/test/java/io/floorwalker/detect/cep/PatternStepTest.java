package io.floorwalker.detect.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.detect.cep.RandomPattern.Letter;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.RichIterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;

/** When the operator says what, and what it keeps. */
class PatternStepTest {
  private static final PatternRule<Letter, String> PAIR = rule("pair", pair());
  private static final PatternRule<Letter, String> SILENCE = rule("silence", silence());

  @Test
  void anEventSaysAtOnceWhatItCompletes() {
    try (PipelineHarness<Letter, String> harness = open(List.of(PAIR))) {
      hear(harness, 5, 'a');
      hear(harness, 7, 'b');

      assertThat(harness.output()).containsExactly("pair at 7: [5, 7]");
    }
  }

  @Test
  void aSilenceIsOverWhenTheWatermarkHasPassedItsEnd() {
    try (PipelineHarness<Letter, String> harness = open(List.of(SILENCE))) {
      hear(harness, 5, 'a');
      harness.watermark(14);
      assertThat(harness.output()).isEmpty();
      harness.watermark(15);

      assertThat(harness.output()).containsExactly("silence at 15: [5]");
      assertThat(harness.keyedStateEntries()).isZero();
    }
  }

  @Test
  void aLaterEventEndsASilenceToo() {
    try (PipelineHarness<Letter, String> harness = open(List.of(SILENCE))) {
      hear(harness, 5, 'a');
      hear(harness, 15, 'b');

      assertThat(harness.output()).containsExactly("silence at 15: [5]");
    }
  }

  @Test
  void manyBegunMatchesAreOneEntryAndAtMostTwoTimers() {
    try (PipelineHarness<Letter, String> harness = open(List.of(PAIR, SILENCE))) {
      for (int at = 1; at <= 9; at++) {
        hear(harness, at, 'a');
      }

      assertThat(harness.keyedStateEntries()).isEqualTo(1);
      assertThat(harness.eventTimeTimers()).isLessThanOrEqualTo(2);
      harness.watermark(60);
      assertThat(harness.keyedStateEntries()).isZero();
      assertThat(harness.eventTimeTimers()).isZero();
    }
  }

  @Test
  void rulesMayComeAndGoOverARestore() {
    Snapshot snapshot;
    try (PipelineHarness<Letter, String> harness = open(List.of(SILENCE, PAIR))) {
      hear(harness, 5, 'a');
      snapshot = harness.snapshot();
    }
    List<PatternRule<Letter, String>> others = List.of(PAIR, rule("another", silence()));
    try (PipelineHarness<Letter, String> harness =
        PipelineHarness.restored(
            TypeInformation.of(Letter.class), letters -> detect(letters, others), snapshot)) {
      hear(harness, 7, 'b');
      harness.watermark(60);

      assertThat(harness.output()).containsExactly("pair at 7: [5, 7]");
      assertThat(harness.keyedStateEntries()).isZero();
    }
  }

  @Test
  void aConditionMayBeRich() {
    Pattern<Letter, Letter> pattern =
        Pattern.<Letter>begin("a", AfterMatchSkipStrategy.noSkip())
            .where(new Opened())
            .within(Duration.ofMillis(10));
    try (PipelineHarness<Letter, String> harness = open(List.of(rule("rich", pattern)))) {
      hear(harness, 5, 'x');

      assertThat(harness.output()).containsExactly("rich at 5: [5]");
    }
  }

  @Test
  void whatIsNotCompiledRunsBesides() {
    Pattern<Letter, Letter> looping =
        Pattern.<Letter>begin("a", AfterMatchSkipStrategy.noSkip())
            .where(is('a'))
            .oneOrMore()
            .within(Duration.ofMillis(10));
    try (PipelineHarness<Letter, String> harness = open(List.of(PAIR, rule("loop", looping)))) {
      hear(harness, 5, 'a');
      hear(harness, 7, 'b');
      harness.endOfInput();

      assertThat(harness.output()).containsExactlyInAnyOrder("pair at 7: [5, 7]", "loop at 5: [5]");
    }
  }

  private static void hear(PipelineHarness<Letter, String> harness, long at, char letter) {
    harness.element(new Letter("k", (int) at, at, letter, 0), at);
  }

  private static PipelineHarness<Letter, String> open(List<PatternRule<Letter, String>> rules) {
    return PipelineHarness.of(
        TypeInformation.of(Letter.class), (DataStream<Letter> letters) -> detect(letters, rules));
  }

  private static DataStream<String> detect(
      DataStream<Letter> letters, List<PatternRule<Letter, String>> rules) {
    return new Patterns<>("patterns", rules, Letter::at, Types.STRING)
        .over(letters.keyBy(Letter::key), Engine.FAST);
  }

  private static Pattern<Letter, Letter> pair() {
    return Pattern.<Letter>begin("a", AfterMatchSkipStrategy.noSkip())
        .where(is('a'))
        .followedBy("b")
        .where(is('b'))
        .within(Duration.ofMillis(10));
  }

  private static Pattern<Letter, Letter> silence() {
    return Pattern.<Letter>begin("a", AfterMatchSkipStrategy.noSkip())
        .where(is('a'))
        .notFollowedBy("anything")
        .where(SimpleCondition.of(event -> true))
        .within(Duration.ofMillis(10));
  }

  private static SimpleCondition<Letter> is(char letter) {
    return SimpleCondition.of(event -> event.letter() == letter);
  }

  private static PatternRule<Letter, String> rule(String name, Pattern<Letter, Letter> pattern) {
    return new PatternRule<>(name, event -> true, pattern, new Told(name));
  }

  /** Takes everything, once it was opened. */
  private static final class Opened extends RichIterativeCondition<Letter> {
    private static final long serialVersionUID = 1L;

    private transient boolean isOpen;

    @Override
    public void open(OpenContext context) {
      isOpen = true;
    }

    @Override
    public boolean filter(Letter event, Context<Letter> begun) {
      return isOpen;
    }
  }

  /** A match as text: its pattern, its time, and the ids of its events. */
  private static final class Told extends PatternProcessFunction<Letter, String> {
    private static final long serialVersionUID = 1L;

    private final String rule;

    Told(String rule) {
      this.rule = rule;
    }

    @Override
    public void processMatch(
        Map<String, List<Letter>> match, Context context, Collector<String> out) {
      List<Integer> ids =
          match.values().stream().flatMap(List::stream).map(Letter::id).sorted().toList();
      out.collect("%s at %d: %s".formatted(rule, context.timestamp(), ids));
    }
  }
}
