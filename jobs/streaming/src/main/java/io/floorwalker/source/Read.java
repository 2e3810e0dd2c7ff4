package io.floorwalker.source;

import io.floorwalker.contract.EventTypes;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * What one Kafka record turned out to be: an event, a tick, or a failure. Exactly one of the three;
 * a record that nobody can use never throws in a source, where it would be a restart loop on its
 * offset.
 *
 * @param tickSentAt wall clock of the ingest that sent the tick, milliseconds; 0 where the record
 *     is no tick
 * @param appendedAt timestamp of the Kafka record, milliseconds
 */
public record Read(
    @Nullable CustomerEvent event,
    @Nullable DeadLetter failure,
    long tickSentAt,
    int partition,
    long offset,
    long appendedAt)
    implements LogRecord {

  /** The same, where partitions have other numbers than in their topic. */
  public Read inPartition(int number) {
    return new Read(event, failure, tickSentAt, number, offset, appendedAt);
  }

  @Override
  public boolean hasContent() {
    return event != null;
  }

  /**
   * A link is written under both keys, so one of the two comes from another partition of the raw
   * topic, which ingest may have read further, by days where it reads a past.
   */
  @Override
  public boolean movesTime() {
    return event != null && !event.getType().equals(EventTypes.IDENTITY_LINKED);
  }

  @Override
  public long contentAt() {
    if (event == null) {
      throw new IllegalStateException("a tick or a failure has no event time");
    }
    return event.getOccurredAt().toEpochMilli();
  }
}
