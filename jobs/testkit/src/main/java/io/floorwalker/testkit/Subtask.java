package io.floorwalker.testkit;

import java.util.Arrays;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/** A running operator with its input channels; its watermark is the lowest of theirs. */
final class Subtask {
  private final OperatorHarness harness;
  private final MockEnvironment environment;
  private final OperatorMetrics metrics;
  private final long[] channelWatermarks;
  private long watermark = Long.MIN_VALUE;

  Subtask(
      OperatorHarness harness, MockEnvironment environment, OperatorMetrics metrics, int channels) {
    this.harness = harness;
    this.environment = environment;
    this.metrics = metrics;
    this.channelWatermarks = new long[channels];
    Arrays.fill(channelWatermarks, Long.MIN_VALUE);
  }

  void open(@Nullable OperatorSubtaskState state) throws Exception {
    if (state == null) {
      harness.initializeEmptyState();
    } else {
      harness.initializeState(state);
    }
    harness.open();
  }

  void accept(int channel, Emission emission) throws Exception {
    if (!emission.isWatermark()) {
      harness.process(emission.asRecord());
      return;
    }
    channelWatermarks[channel] = emission.asWatermark().getTimestamp();
    long lowest = Arrays.stream(channelWatermarks).min().orElse(Long.MIN_VALUE);
    if (lowest > watermark) {
      watermark = lowest;
      harness.process(new Watermark(lowest));
    }
  }

  /** The next thing that the operator emitted; null when it has been taken all. */
  @Nullable Emission poll() {
    return harness.emissions().poll();
  }

  void endOfInput() throws Exception {
    harness.endOfInput();
  }

  void processingTime(long time) throws Exception {
    harness.setProcessingTime(time);
    harness.setStateTtlProcessingTime(time);
  }

  void prepareSnapshot(long checkpoint) throws Exception {
    harness.prepareSnapshotPreBarrier(checkpoint);
  }

  OperatorSubtaskState snapshot(long checkpoint) throws Exception {
    return harness.snapshot(checkpoint, checkpoint);
  }

  OperatorHarness harness() {
    return harness;
  }

  OperatorMetrics metrics() {
    return metrics;
  }

  void close() throws Exception {
    harness.close();
    environment.close();
  }
}
