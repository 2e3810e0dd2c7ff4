package io.floorwalker.lake;

import io.floorwalker.contract.Wire;
import io.floorwalker.schema.CustomerEvent;
import io.floorwalker.schema.LateEvent;
import io.floorwalker.source.DeadLetters;
import org.jspecify.annotations.Nullable;

/**
 * The columns of {@code late_events}: the record's fields, and size and hash of the event that it
 * carries.
 */
final class LateColumns implements Rows.ColumnOf<LateEvent> {
  private static final long serialVersionUID = 1L;

  private transient @Nullable Wire<CustomerEvent> wire;

  @Override
  public @Nullable Object apply(LateEvent late, String column) {
    return switch (column) {
      case "size" -> (long) encoded(late).length;
      case "sha256" -> DeadLetters.sha256(encoded(late));
      default -> Rows.field(late, column);
    };
  }

  private byte[] encoded(LateEvent late) {
    if (wire == null) {
      wire = Wire.of(CustomerEvent.class);
    }
    return wire.encode(late.getEvent());
  }
}
