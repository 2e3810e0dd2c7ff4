package io.floorwalker.source;

/** What event time must know of a record that was read: content, a tick, or neither. */
public interface LogRecord {

  /** Whether it says something that has an event time; ticks and failures do not. */
  boolean hasContent();

  /** Event time of the content, milliseconds; only where there is content. */
  long contentAt();

  /** Whether the content says how far its partition has come; only where there is content. */
  default boolean movesTime() {
    return true;
  }

  /** Wall clock of the ingest that sent the tick, milliseconds; 0 where the record is no tick. */
  long tickSentAt();

  /** Whether it is a tick. */
  default boolean isTick() {
    return tickSentAt() > 0;
  }
}
