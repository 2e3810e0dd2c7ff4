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
 * Event time of one partition: {@code max(newest content, newest tick) - disorder}; content is an
 * event, or a row of a topic that ingest sends ticks into. A tick proves that nothing older is on
 * its way, so a quiet partition holds nothing back, and while ingest or the broker is down there
 * are no ticks and time stands still.
 *
 * <p>From the first tick on, content moves time at most one heartbeat past the newest tick: one
 * clock that runs ahead, or one partition that is read faster than the others after an outage,
 * makes nothing late. Bounded runs ignore ticks. What comes from elsewhere ({@link
 * LogRecord#movesTime}) moves no time.
 */
public final class LogTime<R extends LogRecord> implements WatermarkStrategy<R> {
  private static final long serialVersionUID = 1L;

  private final long disorder;
  private final long heartbeat;
  private final boolean bounded;

  private LogTime(Duration disorder, Duration heartbeat, boolean bounded) {
    this.disorder = disorder.toMillis();
    this.heartbeat = heartbeat.toMillis();
    this.bounded = bounded;
  }

  public static <R extends LogRecord> LogTime<R> live(Duration disorder, Duration heartbeat) {
    return new LogTime<>(disorder, heartbeat, false);
  }

  public static <R extends LogRecord> LogTime<R> bounded(Duration disorder) {
    return new LogTime<>(disorder, Duration.ZERO, true);
  }

  @Override
  public TimestampAssigner<R> createTimestampAssigner(TimestampAssignerSupplier.Context context) {
    return (read, recordTimestamp) -> {
      if (read.hasContent()) {
        return read.contentAt();
      }
      return read.isTick() ? read.tickSentAt() : recordTimestamp;
    };
  }

  @Override
  public WatermarkGenerator<R> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    return new Partition();
  }

  private final class Partition implements WatermarkGenerator<R> {
    private long newestContent = Long.MIN_VALUE;
    private long newestTick = Long.MIN_VALUE;

    @Override
    public void onEvent(R read, long timestamp, WatermarkOutput output) {
      if (read.hasContent() && read.movesTime()) {
        newestContent = Math.max(newestContent, timestamp);
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
        return newestContent;
      }
      return Math.max(newestTick, Math.min(newestContent, newestTick + heartbeat));
    }
  }
}
