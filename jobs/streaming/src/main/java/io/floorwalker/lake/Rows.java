package io.floorwalker.lake;

import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of a table from records; columns are found by name, {@code written_at} is the writer's
 * clock.
 */
public final class Rows<T> implements MapFunction<T, RowData> {
  private static final long serialVersionUID = 1L;

  /** The value of a column in a record; null where the record has none. */
  public interface ColumnOf<T> extends BiFunction<T, String, @Nullable Object>, Serializable {}

  private final List<String> columns;
  private final ColumnOf<T> columnOf;
  private final Clock clock;

  private Rows(TableDefinition table, ColumnOf<T> columnOf, Clock clock) {
    this.columns = table.schema().columns().stream().map(NestedField::name).toList();
    this.columnOf = columnOf;
    this.clock = clock;
  }

  /** Rows whose columns the given function finds. */
  static <T> Rows<T> of(TableDefinition table, ColumnOf<T> columnOf, Clock clock) {
    return new Rows<>(table, columnOf, clock);
  }

  /** Rows of records whose fields are named as the columns are. */
  static <T extends SpecificRecordBase> Rows<T> sameNames(TableDefinition table, Clock clock) {
    return new Rows<>(table, Rows::field, clock);
  }

  @Override
  public RowData map(T element) {
    GenericRowData row = new GenericRowData(columns.size());
    for (int position = 0; position < columns.size(); position++) {
      String column = columns.get(position);
      Object value =
          column.equals("written_at") ? clock.instant() : columnOf.apply(element, column);
      row.setField(position, RowValues.of(value));
    }
    return row;
  }

  /** The field of this name; null where the record has none. */
  static @Nullable Object field(@Nullable SpecificRecordBase owner, String name) {
    if (owner == null) {
      return null;
    }
    Schema.Field field = owner.getSchema().getField(name);
    return field == null ? null : owner.get(field.pos());
  }
}
