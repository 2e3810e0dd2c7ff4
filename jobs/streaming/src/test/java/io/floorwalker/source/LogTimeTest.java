package io.floorwalker.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.floorwalker.schema.CustomerEvent;
import java.time.Duration;
import java.time.Instant;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.RelativeClock;
import org.apache.flink.util.clock.SystemClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogTimeTest {
  private static final long START = 1_700_000_000_000L;
  private static final LogTime<Read> LIVE =
      LogTime.live(Duration.ofSeconds(60), Duration.ofSeconds(10));

  @Test
  void standsStillBeforeTheFirstRecord() {
    assertThat(new TestingPartition(LIVE).seconds()).isNull();
  }

  @Test
  void followsTheNewestEventByTheDisorder() {
    TestingPartition partition = new TestingPartition(LIVE).event(100).event(80);
    assertThat(partition.seconds()).isEqualTo(40);
  }

  @Test
  void followsATickWhereThePartitionIsQuiet() {
    assertThat(new TestingPartition(LIVE).event(100).tick(500).seconds()).isEqualTo(440);
  }

  @Test
  void isMovedByAnEventAtMostOneHeartbeatPastTheNewestTick() {
    TestingPartition partition = new TestingPartition(LIVE).tick(100).event(105);
    assertThat(partition.seconds()).isEqualTo(45);
    assertThat(partition.event(400).seconds()).as("a clock that runs ahead").isEqualTo(50);
    assertThat(partition.tick(110).seconds()).isEqualTo(60);
  }

  @Test
  void neverGoesBack() {
    assertThat(new TestingPartition(LIVE).event(300).tick(100).seconds()).isEqualTo(240);
  }

  @Test
  void ignoresFailures() {
    assertThat(new TestingPartition(LIVE).event(100).failure(900).seconds()).isEqualTo(40);
  }

  @Test
  void ignoresTicksInABoundedRun() {
    LogTime<Read> bounded = LogTime.bounded(Duration.ofSeconds(60));
    assertThat(new TestingPartition(bounded).event(100).tick(500).seconds()).isEqualTo(40);
  }

  @Test
  void isNotMovedByALinkSinceThatComesFromAnotherPartition() {
    LogTime<Read> bounded = LogTime.bounded(Duration.ofSeconds(60));
    assertThat(new TestingPartition(bounded).event(100).link(9_000).seconds()).isEqualTo(40);
  }

  @Test
  void isTheSameForTheRosterWhoseQuietPartitionsAreMovedByTicks() {
    LogTime<RosterRead> time = LogTime.live(Duration.ofSeconds(60), Duration.ofSeconds(10));
    RosterChange removal = new RosterChange("acme", "ann", START, null, 0, 0);
    assertThat(
            time.createTimestampAssigner(UnregisteredMetricsGroup::new)
                .extractTimestamp(RosterRead.change(removal), START + 7))
        .isEqualTo(START);
    assertThat(
            time.createTimestampAssigner(UnregisteredMetricsGroup::new)
                .extractTimestamp(RosterRead.tick(START + 3), START + 7))
        .isEqualTo(START + 3);
  }

  /** One partition; watermarks in whole seconds since the start, the newest only. */
  private static final class TestingPartition implements WatermarkOutput {
    private final TimestampAssigner<Read> assigner;
    private final WatermarkGenerator<Read> generator;
    private long newest = Long.MIN_VALUE;

    TestingPartition(LogTime<Read> time) {
      assigner = time.createTimestampAssigner(UnregisteredMetricsGroup::new);
      generator = time.createWatermarkGenerator(new TestingContext());
    }

    TestingPartition event(long second) {
      return event("page_viewed", second);
    }

    TestingPartition link(long second) {
      return event("identity_linked", second);
    }

    private TestingPartition event(String type, long second) {
      CustomerEvent event =
          CustomerEvent.newBuilder()
              .setEventId("e")
              .setType(type)
              .setOccurredAt(Instant.ofEpochMilli(START + second * 1000))
              .build();
      return read(new Read(event, null, 0, 0, 0, 0));
    }

    TestingPartition tick(long second) {
      return read(new Read(null, null, START + second * 1000, 0, 0, 0));
    }

    TestingPartition failure(long second) {
      return read(new Read(null, null, 0, 0, 0, START + second * 1000));
    }

    /** The watermark, which stands a millisecond before the time that is complete. */
    @Nullable Long seconds() {
      generator.onPeriodicEmit(this);
      return newest == Long.MIN_VALUE ? null : (newest + 1 - START) / 1000;
    }

    private TestingPartition read(Read read) {
      long timestamp = assigner.extractTimestamp(read, read.appendedAt());
      generator.onEvent(read, timestamp, this);
      generator.onPeriodicEmit(this);
      return this;
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      newest = Math.max(newest, watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      throw new AssertionError("a partition is never idle");
    }

    @Override
    public void markActive() {
      throw new AssertionError("a partition is never idle");
    }
  }

  private static final class TestingContext
      implements org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier.Context {
    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup();
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return SystemClock.getInstance();
    }
  }
}
