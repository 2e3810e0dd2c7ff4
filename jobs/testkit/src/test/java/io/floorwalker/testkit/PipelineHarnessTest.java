package io.floorwalker.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.co.CoMapFunction;
import org.junit.jupiter.api.Test;

/** The harness on graphs of every shape it promises to run. */
class PipelineHarnessTest {

  @Test
  void recordsPassThroughAllOperatorsBeforeTheCallReturns() {
    try (var harness =
        words(
            words ->
                Running.counts(words.map(String::toLowerCase), "count-v1")
                    .map(c -> "<" + c + ">"))) {
      harness.element("A1", 1);
      assertThat(harness.output()).containsExactly("<a:1>");
      harness.element("A2", 2);
      harness.element("B1", 3);
      assertThat(harness.output()).containsExactly("<a:1>", "<a:2>", "<b:1>");
    }
  }

  @Test
  void stateAndTimersAreCountedOverAllOperators() {
    try (var harness =
        words(words -> Running.counts(Running.counts(words, "first-v1"), "second-v1"))) {
      harness.element("a1", 1);
      harness.element("b1", 2);
      assertThat(harness.keyedStateEntries()).isEqualTo(4);
      assertThat(harness.processingTimeTimers()).isEqualTo(4);
      assertThat(harness.eventTimeTimers()).isZero();
    }
  }

  @Test
  void processingTimeFiresTimers() {
    try (var harness = words(words -> Running.counts(words, "count-v1"))) {
      harness.element("a1", 1);
      harness.processingTime(999);
      assertThat(harness.output()).containsExactly("a:1");
      harness.processingTime(1_000);
      assertThat(harness.output()).containsExactly("a:1", "a forgotten");
      assertThat(harness.keyedStateEntries()).isZero();
    }
  }

  @Test
  void aSideOutputIsCollectedAndCanBeReadOn() {
    try (var harness =
        words(
            words ->
                Running.split(words).getSideOutput(Running.SIDE).map(word -> "side " + word))) {
      harness.element("a", 1);
      harness.element("b.", 2);
      assertThat(harness.output()).containsExactly("side b.");
      assertThat(harness.sideOutput(Running.SIDE)).containsExactly("b.");
    }
  }

  @Test
  void aSideOutputCanBeTheResult() {
    try (var harness = words(words -> Running.split(words).getSideOutput(Running.SIDE))) {
      harness.element("a", 1);
      harness.element("b.", 2);
      assertThat(harness.output()).containsExactly("b.");
    }
  }

  @Test
  void aForkReachesBothBranchesAndAUnionJoinsThem() {
    try (var harness = words(PipelineHarnessTest::forkedAndJoined)) {
      harness.element("a", 1);
      assertThat(harness.output()).containsExactly("left a!", "right a!");
      harness.watermark(7);
      assertThat(harness.outputWatermark()).isEqualTo(7);
    }
  }

  private static DataStream<String> forkedAndJoined(DataStream<String> words) {
    DataStream<String> left = words.map(word -> "left " + word);
    DataStream<String> right = words.map(word -> "right " + word);
    return left.union(right).map(word -> word + "!");
  }

  @Test
  void aKeyStaysOnItsSubtaskAtAnyParallelism() {
    try (var harness =
        PipelineHarness.of(Types.STRING, words -> Running.counts(words, "count-v1"), 3)) {
      IntStream.range(0, 12)
          .forEach(index -> harness.element("abcd".charAt(index % 4) + "", index));
      assertThat(harness.output())
          .containsExactlyInAnyOrder(
              "a:1", "a:2", "a:3", "b:1", "b:2", "b:3", "c:1", "c:2", "c:3", "d:1", "d:2", "d:3");
    }
  }

  @Test
  void theWatermarkGoesThroughToTheEnd() {
    try (var harness =
        PipelineHarness.of(Types.STRING, words -> Running.counts(words, "count-v1"), 2)) {
      assertThat(harness.outputWatermark()).isEqualTo(Long.MIN_VALUE);
      harness.watermark(5);
      assertThat(harness.outputWatermark()).isEqualTo(5);
      harness.endOfInput();
      assertThat(harness.outputWatermark()).isEqualTo(Long.MAX_VALUE);
    }
  }

  @Test
  void anOperatorOfYourOwnSeesTheEndOfTheInput() {
    try (var harness =
        words(
            words ->
                words.transform("hold", Types.STRING, new HoldsTheEnd()).map(word -> word + "!"))) {
      harness.element("a", 1);
      harness.watermark(5);
      harness.endOfInput();
      assertThat(harness.output()).containsExactly("a!", "ended!");
      assertThat(harness.outputWatermark()).isEqualTo(5);
    }
  }

  @Test
  void aWatermarkThatFallsIsRefused() {
    try (var harness = words(words -> words.map(word -> word))) {
      harness.watermark(5);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> harness.watermark(4))
          .withMessage("Watermark 4 is behind 5. Watermarks only rise; move it further up.");
    }
  }

  @Test
  void aFailureNamesItsOperator() {
    try (var harness =
        words(words -> words.map(word -> word.substring(1)).name("first letter off"))) {
      assertThatThrownBy(() -> harness.element("", 1))
          .isInstanceOf(PipelineFailure.class)
          .hasMessageContaining("Operator 'first letter off' failed")
          .hasCauseInstanceOf(StringIndexOutOfBoundsException.class);
    }
  }

  @Test
  void whatItCannotRunIsRefusedWithAReason() {
    refused(words -> words, "adds no operator");
    refused(words -> words.connect(words).map(new Either()), "has more than one input");
    refused(
        words -> words.union(words.getExecutionEnvironment().fromData("other")).map(w -> w),
        "source of its own");
  }

  private static void refused(
      Function<DataStream<String>, DataStream<String>> pipeline, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> words(pipeline).close())
        .withMessageContaining(reason);
  }

  @Test
  void aTypeThatNeedsKryoIsRefused() {
    assertThatThrownBy(() -> words(words -> words.map(Hidden::new).map(Hidden::toString)))
        .hasMessageContaining("Generic types have been disabled");
  }

  @Test
  void recordsAreCopiedBetweenOperators() {
    List<String> mutable = new ArrayList<>(List.of("a"));
    try (var harness =
        PipelineHarness.of(
            Types.LIST(Types.STRING),
            lists -> lists.map(l -> l).returns(Types.LIST(Types.STRING)))) {
      harness.element(mutable, 1);
      mutable.add("b");
      assertThat(harness.output()).containsExactly(List.of("a"));
    }
  }

  private static PipelineHarness<String, String> words(
      Function<? super DataStream<String>, ? extends DataStream<String>> pipeline) {
    TypeInformation<String> type = Types.STRING;
    return PipelineHarness.of(type, pipeline);
  }

  /** No POJO: it has no default constructor. */
  private static final class Hidden {
    private final String word;

    private Hidden(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  private static final class Either implements CoMapFunction<String, String, String> {
    private static final long serialVersionUID = 1L;

    @Override
    public String map1(String word) {
      return word;
    }

    @Override
    public String map2(String word) {
      return word;
    }
  }
}
