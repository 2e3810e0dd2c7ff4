package io.floorwalker.source;

import io.floorwalker.schema.DeadLetter;
import org.jspecify.annotations.Nullable;

/** What one record of the roster turned out to be: a change, a tick, or a failure. */
public record RosterRead(
    @Nullable RosterChange change, @Nullable DeadLetter failure, long tickSentAt)
    implements LogRecord {

  static RosterRead tick(long sentAt) {
    return new RosterRead(null, null, sentAt);
  }

  static RosterRead change(RosterChange change) {
    return new RosterRead(change, null, 0);
  }

  static RosterRead failure(DeadLetter failure) {
    return new RosterRead(null, failure, 0);
  }

  @Override
  public boolean hasContent() {
    return change != null;
  }

  @Override
  public long contentAt() {
    if (change == null) {
      throw new IllegalStateException("a tick or a failure has no event time");
    }
    return change.at();
  }
}
