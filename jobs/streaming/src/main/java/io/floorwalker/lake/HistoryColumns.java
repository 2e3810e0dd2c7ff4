package io.floorwalker.lake;

import io.floorwalker.source.Change;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a history: the key, what it stood for, and from when on. A removal has no value
 * and no time of its own; the time of its Kafka record stands for it.
 */
final class HistoryColumns<T extends SpecificRecordBase> implements Rows.ColumnOf<Change<T>> {
  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Object apply(Change<T> change, String column) {
    return switch (column) {
      case "key" -> change.key();
      case "valid_from" ->
          change.isRemoval()
              ? Instant.ofEpochMilli(change.appendedAt())
              : Rows.field(change.value(), "changed_at");
      case "takes_effect_at" -> Rows.field(change.value(), "valid_from"); // of a rule
      case "deleted" -> change.isRemoval();
      case "job" -> "lake";
      default -> Rows.field(change.value(), column);
    };
  }
}
