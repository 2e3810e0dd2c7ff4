package io.floorwalker.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.testkit.PipelineHarness;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

class EndOfTimeTest {

  @Test
  void aDrainedLiveJobLearnsNothingFromTheFinalWatermark() {
    assertThat(watermarkAfterTheEnd(EndOfTime.Policy.HOLD)).isEqualTo(1_000);
  }

  @Test
  void aFinishedHistoryLetsEverythingComeDue() {
    assertThat(watermarkAfterTheEnd(EndOfTime.Policy.FIRE))
        .isEqualTo(Watermark.MAX_WATERMARK.getTimestamp());
  }

  @Test
  void aRestoredJobKnowsWhatTimeItWas() {
    try (PipelineHarness<String, String> before =
        PipelineHarness.of(Types.STRING, EndOfTimeTest::live, 2)) {
      before.watermark(1_000);
      try (PipelineHarness<String, String> after =
          PipelineHarness.restored(Types.STRING, EndOfTimeTest::live, before.snapshot(), 1)) {
        after.watermark(400);
        assertThat(after.outputWatermark()).isEqualTo(1_000);
        after.watermark(1_001);
        assertThat(after.outputWatermark()).isEqualTo(1_001);
      }
    }
  }

  private static DataStream<String> live(DataStream<String> in) {
    return EndOfTime.attach(in, EndOfTime.Policy.HOLD, "end-of-time");
  }

  private static long watermarkAfterTheEnd(EndOfTime.Policy policy) {
    try (PipelineHarness<String, String> harness =
        PipelineHarness.of(Types.STRING, in -> EndOfTime.attach(in, policy, "end-of-time"))) {
      harness.element("a", 500);
      harness.watermark(1_000);
      harness.endOfInput();
      assertThat(harness.output()).containsExactly("a");
      return harness.outputWatermark();
    }
  }
}
