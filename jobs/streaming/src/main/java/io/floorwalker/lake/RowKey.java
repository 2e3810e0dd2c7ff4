package io.floorwalker.lake;

import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.table.data.RowData;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Type;
import org.jspecify.annotations.Nullable;

/** The key of a row as one text, from a Flink row or from a row read back. */
final class RowKey implements KeySelector<RowData, String> {
  private static final long serialVersionUID = 1L;

  private static final String SEPARATOR = "|";
  private static final int MICROSECONDS = 6;

  private record Column(int position, Type.TypeID type) implements Serializable {}

  private final ArrayList<Column> columns = new ArrayList<>();

  RowKey(TableDefinition table) {
    for (String name : table.rowKey()) {
      int position = table.schema().columns().indexOf(table.schema().findField(name));
      columns.add(new Column(position, table.schema().findType(name).typeId()));
    }
  }

  @Override
  public String getKey(RowData row) {
    StringBuilder key = new StringBuilder();
    for (Column column : columns) {
      key.append(key.isEmpty() ? "" : SEPARATOR).append(text(row, column));
    }
    return key.toString();
  }

  /** The key that these values make, in the order of the table's key columns. */
  static String of(Object... values) {
    return String.join(SEPARATOR, Arrays.stream(values).map(String::valueOf).toList());
  }

  /** The key of a row that was read back with these columns. */
  static String ofRecord(List<String> names, Record row) {
    return String.join(SEPARATOR, names.stream().map(name -> text(row.getField(name))).toList());
  }

  private static String text(@Nullable Object value) {
    return value instanceof OffsetDateTime time
        ? time.toInstant().toString()
        : String.valueOf(value);
  }

  private static String text(RowData row, Column column) {
    return switch (column.type()) {
      case STRING -> row.getString(column.position()).toString();
      case INTEGER -> Integer.toString(row.getInt(column.position()));
      case LONG -> Long.toString(row.getLong(column.position()));
      case TIMESTAMP -> row.getTimestamp(column.position(), MICROSECONDS).toInstant().toString();
      default -> throw new IllegalStateException("a row key cannot hold " + column.type());
    };
  }
}
