package io.floorwalker.detect.cep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.floorwalker.detect.cep.RandomPattern.Letter;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.WithinType;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is compiled, and what is said of a pattern that is not. */
class CompilerTest {

  @Test
  void severalOfAKindAreAsManyStages() throws Exception {
    Automaton<Letter> automaton =
        Compiler.compile(
            "three", a().times(3).followedBy("b").where(is('b')).within(Duration.ofMillis(7)));

    assertThat(automaton.stages()).extracting(Stage::name).containsExactly("a", "a", "a", "b");
    assertThat(automaton.within()).isEqualTo(7);
    assertThat(automaton.silence()).isNull();
  }

  @Test
  void theShortestOfSeveralWindowsHolds() throws Exception {
    Automaton<Letter> automaton =
        Compiler.compile(
            "two",
            a().within(Duration.ofMillis(3))
                .followedBy("b")
                .where(is('b'))
                .within(Duration.ofMillis(7)));

    assertThat(automaton.within()).isEqualTo(3);
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(a(), "it has no within(), so its begun matches would never end"),
        Arguments.of(a().oneOrMore(), "it has a stage that is LOOPING"),
        Arguments.of(a().times(1, 2), "it has times() that may differ or have a window"),
        Arguments.of(
            a().times(2, Duration.ofMillis(1)), "it has times() that may differ or have a window"),
        Arguments.of(
            a().followedBy("b").where(is('b')).optional(), "it has a stage that is OPTIONAL"),
        Arguments.of(
            a().followedByAny("b").where(is('b')),
            "it has a stage that is reached by SKIP_TILL_ANY"),
        Arguments.of(
            a().times(2).allowCombinations(), "it has a stage that is reached by SKIP_TILL_ANY"),
        Arguments.of(
            a().notNext("b").where(is('b')).followedBy("c").where(is('c')),
            "it has a stage that is reached by NOT_NEXT"),
        Arguments.of(a().next(a()), "it has a group of patterns"),
        Arguments.of(
            a().within(Duration.ofMillis(1), WithinType.PREVIOUS_AND_CURRENT),
            "it has a window between two events"),
        Arguments.of(
            Pattern.<Letter>begin("a", AfterMatchSkipStrategy.skipPastLastEvent()).where(is('a')),
            "it has a skip strategy"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void theRestIsLeftToFlinkWithTheReason(Pattern<Letter, Letter> pattern, String reason) {
    assertThatThrownBy(() -> Compiler.compile("other", pattern))
        .isInstanceOf(NotCompiled.class)
        .hasMessage(reason);
  }

  private static Pattern<Letter, Letter> a() {
    return Pattern.<Letter>begin("a", AfterMatchSkipStrategy.noSkip()).where(is('a'));
  }

  private static SimpleCondition<Letter> is(char letter) {
    return SimpleCondition.of(event -> event.letter() == letter);
  }
}
