package io.floorwalker.source;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Event time of one partition: {@code max(newest event, newest tick) - disorder}. A tick proves
 * that nothing older is on its way, so a quiet partition holds nothing back, and while ingest or
 * the broker is down there are no ticks and time stands still.
 *
 * <p>From the first tick on, an event moves time at most one heartbeat past the newest tick: one
 * clock that runs ahead, or one partition that is read faster than the others after an outage,
 * makes nothing late. Bounded runs ignore ticks.
 */
public final class LogTime implements WatermarkStrategy<Read> {
  private static final long serialVersionUID = 1L;

  private final long disorder;
  private final long heartbeat;
  private final boolean bounded;

  private LogTime(Duration disorder, Duration heartbeat, boolean bounded) {
    this.disorder = disorder.toMillis();
    this.heartbeat = heartbeat.toMillis();
    this.bounded = bounded;
  }

  public static LogTime live(Duration disorder, Duration heartbeat) {
    return new LogTime(disorder, heartbeat, false);
  }

  public static LogTime bounded(Duration disorder) {
    return new LogTime(disorder, Duration.ZERO, true);
  }

  @Override
  public TimestampAssigner<Read> createTimestampAssigner(
      TimestampAssignerSupplier.Context context) {
    return (read, recordTimestamp) -> {
      if (read.event() != null) {
        return read.event().getOccurredAt().toEpochMilli();
      }
      return read.isTick() ? read.tickSentAt() : recordTimestamp;
    };
  }

  @Override
  public WatermarkGenerator<Read> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return new Partition();
  }

  private final class Partition implements WatermarkGenerator<Read> {
    private long newestEvent = Long.MIN_VALUE;
    private long newestTick = Long.MIN_VALUE;

    @Override
    public void onEvent(Read read, long timestamp, WatermarkOutput output) {
      if (read.event() != null) {
        newestEvent = Math.max(newestEvent, timestamp);
      } else if (read.isTick() && !bounded) {
        newestTick = Math.max(newestTick, timestamp);
      }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
      long proven = proven();
      if (proven != Long.MIN_VALUE) {
        output.emitWatermark(new Watermark(proven - disorder - 1));
      }
    }

    private long proven() {
      if (newestTick == Long.MIN_VALUE) {
        return newestEvent;
      }
      return Math.max(newestTick, Math.min(newestEvent, newestTick + heartbeat));
    }
  }
}
