package io.floorwalker.ingest;

import io.floorwalker.source.Tick;
import java.time.Duration;

/**
 * The ticks of one raw partition. After an interruption the senders' buffers may still hold what
 * happened meanwhile, so time goes on only when ticks have come back in an even rhythm for three
 * heartbeats.
 *
 * @param lastSentAt send time of the newest tick; 0 before the first
 * @param resumesAt ticks sent before this moment prove nothing
 * @param provenAt the newest moment that is proven; 0 before the first
 */
public record PartitionPulse(int partition, long lastSentAt, long resumesAt, long provenAt) {
  private static final int HEARTBEATS = 3;

  static PartitionPulse none(int partition) {
    return new PartitionPulse(partition, 0, 0, 0);
  }

  /** The pulse after one more tick. */
  PartitionPulse after(Tick tick, Duration heartbeat) {
    if (tick.sentAt() <= lastSentAt) {
      return this;
    }
    long pause = HEARTBEATS * heartbeat.toMillis();
    boolean gap = tick.sentAt() - lastSentAt > pause;
    boolean waitedInTheSender = tick.appendedAt() - tick.sentAt() > pause;
    long resumes = gap || waitedInTheSender ? tick.sentAt() + pause : resumesAt;
    long proven = tick.sentAt() >= resumes ? tick.sentAt() : provenAt;
    return new PartitionPulse(partition, tick.sentAt(), resumes, proven);
  }
}
