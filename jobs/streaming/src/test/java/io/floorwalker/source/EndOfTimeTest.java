package io.floorwalker.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.testkit.PipelineHarness;
import org.apache.flink.api.common.typeinfo.Types;
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
