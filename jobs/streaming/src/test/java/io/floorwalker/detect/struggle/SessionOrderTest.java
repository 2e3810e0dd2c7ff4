package io.floorwalker.detect.struggle;

import static io.floorwalker.testkit.ShopEvents.order;
import static io.floorwalker.testkit.StruggleEvents.paymentDeclined;
import static io.floorwalker.testkit.StruggleEvents.stepViewed;
import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.config.Settings;
import io.floorwalker.schema.Detection;
import io.floorwalker.schema.Signal;
import io.floorwalker.source.Received;
import io.floorwalker.testkit.Moment;
import io.floorwalker.testkit.PipelineHarness;
import io.floorwalker.testkit.ShopEvent;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What is said before any watermark has come, and what waits for one. The disorder is 5 s:
 *
 * <pre>{@code
 * numbers      1m        2m        watermark
 * 1 2          DECLINED  DECLINED  .           at once
 * 1 3          DECLINED  DECLINED  2m          3 waits for 2, and no longer than for the watermark
 * 1 3 2        DECLINED  DECLINED  .           the gap is filled
 * 1 1          DECLINED  DECLINED  .           a repeat
 * 1 -          DECLINED  DECLINED  2m5s        without a number: when no number can come before it
 * - -          DECLINED  DECLINED  2m
 * }</pre>
 */
class SessionOrderTest {
  private static final String DECLINES = "payment_declined";

  private PipelineHarness<Received, Detection> harness =
      PipelineHarness.of(Received.TYPE, SessionOrderTest::detect, 1);

  private int events;

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void theNextNumberIsToldAtOnce() {
    hear("1m", paymentDeclined().seq(1));
    assertThat(said()).isEmpty();
    hear("2m", paymentDeclined().seq(2));
    assertThat(said()).containsExactly(DECLINES);
    assertThat(harness.output()).hasSize(1);
  }

  @Test
  void aGapWaitsUntilItIsFilled() {
    hear("1m", paymentDeclined().seq(1));
    hear("3m", order().placed().seq(3));
    hear("2m", paymentDeclined().seq(2));
    assertThat(said()).containsExactly(DECLINES);
  }

  @Test
  void aGapWaitsNoLongerThanForTheWatermark() {
    hear("1m", paymentDeclined().seq(1));
    hear("2m", paymentDeclined().seq(3));
    watermark("1m59s999ms");
    assertThat(said()).isEmpty();
    watermark("2m");
    assertThat(said()).containsExactly(DECLINES);
    hear("2m30s", paymentDeclined().seq(4));
    hear("2m40s", paymentDeclined().seq(5));
    assertThat(said()).containsExactly(DECLINES, DECLINES);
  }

  @Test
  void whatFillsAGapThatWasGivenUpIsLate() {
    hear("1m", paymentDeclined().seq(1));
    hear("2m", paymentDeclined().seq(3));
    watermark("2m");
    hear("1m30s", paymentDeclined().seq(2));
    assertThat(said()).containsExactly(DECLINES);
    assertThat(harness.sideOutput(SessionStep.LATE)).hasSize(1);
  }

  @Test
  void aNumberThatWasSeenIsARepeat() {
    hear("1m", paymentDeclined().seq(1));
    hear("2m", paymentDeclined().seq(1));
    harness.endOfInput();
    assertThat(said()).isEmpty();
    assertThat(harness.counter("repeated")).isEqualTo(1);
  }

  @Test
  void theNextNumberIsNeverLate() {
    hear("1m", paymentDeclined().seq(1));
    watermark("3m");
    hear("2m", paymentDeclined().seq(2));
    assertThat(said()).containsExactly(DECLINES);
    assertThat(harness.sideOutput(SessionStep.LATE)).isEmpty();
  }

  @Test
  void aClockThatStepsBackChangesNothing() {
    hear("10m", paymentDeclined().seq(1));
    hear("2m", paymentDeclined().seq(2));
    assertThat(harness.sideOutput(StruggleScore.SIGNALS))
        .singleElement()
        .extracting(signal -> signal.getOccurredAt().toEpochMilli())
        .isEqualTo(millis("10m"));
  }

  @Test
  void withoutNumbersAllWaitsForTheWatermark() {
    hear("1m", paymentDeclined());
    hear("2m", paymentDeclined());
    watermark("1m59s999ms");
    assertThat(said()).isEmpty();
    watermark("2m");
    assertThat(said()).containsExactly(DECLINES);
  }

  @Test
  void whatHasNoNumberAmongNumbersTakesEffectWhenNoneCanComeBeforeIt() {
    hear("1m", paymentDeclined().seq(1));
    hear("2m", paymentDeclined());
    watermark("2m4s999ms");
    assertThat(said()).isEmpty();
    watermark("2m5s");
    assertThat(said()).containsExactly(DECLINES);
  }

  @Test
  void orWhenANumberComesThatStandsBehindIt() {
    hear("1m", paymentDeclined().seq(1));
    hear("2m", paymentDeclined());
    hear("2m4s999ms", stepViewed("pay").seq(2));
    assertThat(said()).isEmpty();
    hear("2m5s", stepViewed("review").seq(3));
    assertThat(said()).containsExactly(DECLINES);
  }

  @Test
  void aSilenceEndsInFrontOfWhatComesAfterIt() {
    hear("1m", stepViewed("pay").seq(1));
    hear("2m30s", stepViewed("review").seq(2));
    assertThat(said()).containsExactly("step_stall");
  }

  @Test
  void withFlinksOperatorsAllWaitsForTheWatermark() {
    harness.close();
    harness =
        PipelineHarness.of(
            Received.TYPE,
            all -> detect(all, Settings.builtIn().with(Map.of("detect.engine", "flink-cep"))),
            1);
    hear("1m", paymentDeclined().seq(1));
    hear("2m", paymentDeclined().seq(2));
    assertThat(said()).isEmpty();
    watermark("2m");
    assertThat(said()).containsExactly(DECLINES);
  }

  private void hear(String at, ShopEvent event) {
    events++;
    harness.element(new Received(event.at(Moment.at(at), events), 0, 0, 0), millis(at));
  }

  private void watermark(String at) {
    harness.watermark(millis(at));
  }

  private static long millis(String at) {
    return Moment.at(at).toEpochMilli();
  }

  private List<String> said() {
    return harness.sideOutput(StruggleScore.SIGNALS).stream().map(Signal::getKind).toList();
  }

  private static DataStream<Detection> detect(DataStream<Received> events) {
    return detect(events, Settings.builtIn());
  }

  private static DataStream<Detection> detect(DataStream<Received> events, Settings settings) {
    return StruggleDetector.attach(events, settings, "test-job").detections();
  }
}
